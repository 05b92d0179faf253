-- ko: 확인되지 않은 완료 보고
--     추진을 마쳤다고 보고되었으나 아직 확인되지 않은 약속입니다. 오래된 것부터 보여 줍니다.
-- en: Claimed but not confirmed
--     Promises reported as done that nobody has confirmed yet, oldest first.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $ascending    the column to sort by, smallest first; '' for none
-- $descending   the column to sort by, largest first; '' for none
-- $first        how many are left out before the first one shown
-- $size         how many are shown at most
-- returns suggestion_id, title, department, done_on, days_past, all_listed, number

with matching as (
    select
        suggestion_id,
        row(done_on, place) as own_order,
        department,
        done_on,
        $as_of - done_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where promise_state = 'done_reported'
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.done_on,
    part.days_past,
    part.all_listed,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
