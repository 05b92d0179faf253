-- ko: 완료예정일이 지난 약속
--     완료예정일이 지났으나 완료가 보고되지 않은 약속입니다. 오래 지난 것부터 보여 줍니다.
-- en: Past the expected day
--     Promises not reported as done although the latest expected day has passed, longest first.
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
-- returns suggestion_id, title, department, promise_state, expected_on, days_past, all_listed, number

with matching as (
    select
        suggestion_id,
        row(expected_on, place) as own_order,
        department,
        promise_state,
        expected_on,
        $as_of - expected_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where is_past_promised_day(promise_state, expected_on, $as_of)
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.promise_state,
    part.expected_on,
    part.days_past,
    part.all_listed,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
