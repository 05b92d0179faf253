-- ko: 재개일 '{value}'이(가) 중단일보다 빠릅니다. 두 날짜를 확인해 주십시오.
-- en: The pause ends on '{value}', before it begins. Please check both days.
-- returns record, column_name, value

select
    record,
    'paused_until' as column_name,
    paused_until::varchar as value
from incoming
where paused_until < paused_from
