-- ko: '{label}'이(가) 이미 등록된 자료의 날({value})보다 빠릅니다. 그날이나 그 뒤의 날로 적거나, 그 뒤의 자료를 확인해 주십시오.
-- en: '{label}' is before what is there already ({value}). Please write that day or a later one, or check the data after it.
-- returns record, column_name, value

with newest as (
    select greatest(
        (
            select max(coalesce(suggestions.received_on, sessions.held_on))
            from suggestions
            join sessions using (session_id)
        ),
        (select max(responded_on) from responses),
        (select max(reported_on) from progress_reports),
        (select max(held_on) from sessions where status = 'held')
    ) as day
)
select
    incoming.record,
    'last_day_covered' as column_name,
    newest.day::varchar as value
from incoming, newest
where incoming.last_day_covered < newest.day
