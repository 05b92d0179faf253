-- ko: 확인일 '{value}'이(가) 보고일보다 빠릅니다. 두 날짜를 확인해 주십시오.
-- en: The report is confirmed on '{value}', before it was made. Please check both days.
-- returns record, column_name, value

select
    record,
    'confirmed_on' as column_name,
    confirmed_on::varchar as value
from incoming
where confirmed_on < reported_on
