-- ko: 확인되지 않은 완료 보고
--     추진을 마쳤다고 보고되었으나 아직 확인되지 않은 약속입니다. 오래된 것부터 20건까지 보여 줍니다.
-- en: Claimed but not confirmed
--     Promises reported as done that nobody has confirmed yet, oldest first, 20 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, done_on, days_past, all_listed

with matching as (
    select
        suggestion_id,
        department,
        place,
        done_on,
        $as_of - done_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where promise_state = 'done_reported'
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
    listed.done_on,
    listed.days_past,
    (select count(*) from matching) as all_listed
from listed
join seen_titles as suggestions using (suggestion_id)
order by
    days_past desc,
    listed.place;
