-- ko: '{label}'이 오늘보다 뒤인 {value}입니다. 날짜가 맞으면 그대로 두십시오. 이 보고는 {value}부터 확인된 것으로 봅니다.
-- en: '{label}' is {value}, which lies ahead. If that is right, leave it: the report counts as confirmed from {value} on.
-- level: warning
-- returns record, column_name, value

select
    record,
    'confirmed_on' as column_name,
    confirmed_on::varchar as value
from incoming
where confirmed_on > $today
