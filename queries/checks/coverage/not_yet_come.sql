-- ko: '{label}'의 '{value}'은(는) 아직 오지 않은 날입니다. 자료가 실제로 담고 있는 마지막 날을 적어 주십시오.
-- en: '{value}' in '{label}' lies ahead. Please write the last day that the data really cover.
-- returns record, column_name, value

select
    record,
    'last_day_covered' as column_name,
    last_day_covered::varchar as value
from incoming
where last_day_covered > $today
