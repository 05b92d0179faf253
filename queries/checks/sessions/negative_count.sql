-- ko: '{label}'은(는) 0 이상의 수여야 하는데 '{value}'입니다. 수를 확인해 주십시오.
-- en: '{label}' cannot be below 0, but is '{value}'. Please check the number.
-- returns record, column_name, value

select
    record,
    case when attendance < 0 then 'attendance' else 'round' end as column_name,
    least(attendance, round)::varchar as value
from incoming
where attendance < 0 or round < 0
