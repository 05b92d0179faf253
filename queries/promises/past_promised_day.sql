-- ko: 완료예정일이 지난 약속
--     완료예정일이 지났으나 완료가 보고되지 않은 약속입니다. 오래 지난 것부터 20건까지 보여 줍니다.
-- en: Past the promised day
--     Promises not reported as done although the day stated last has passed, longest first, 20 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, promise_state, expected_on, days_past, all_listed

with matching as (
    select
        suggestion_id,
        department,
        place,
        promise_state,
        expected_on,
        $as_of - expected_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where is_past_promised_day(promise_state, expected_on, $as_of)
),
listed as (
    from matching
    order by days_past desc, place
    limit 20
)
select
    listed.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(listed.department, '') as department,
    listed.promise_state,
    listed.expected_on,
    listed.days_past,
    (select count(*) from matching) as all_listed
from listed
join seen_titles as suggestions using (suggestion_id)
order by
    days_past desc,
    listed.place;
