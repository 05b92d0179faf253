-- ko: '{label}'이 오늘보다 뒤인 {value}인데 상태가 개최입니다. 날짜나 상태를 확인해 주십시오.
-- en: '{label}' is {value}, which lies ahead, yet the status says that the meeting was held. Please check the day or the status.
-- level: warning
-- returns record, column_name, value

select
    record,
    'held_on' as column_name,
    held_on::varchar as value
from incoming
where held_on > $today and status = 'held'
