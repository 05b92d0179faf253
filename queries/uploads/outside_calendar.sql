-- Days that the working-day calendar does not know.

select
    record,
    '{column}' as column_name,
    {column}::varchar as value,
    'outside_calendar' as code
from incoming
where {column} < (select min(day) from calendar) or {column} > (select max(day) from calendar)
