-- ko: 진척이 없는 약속
--     마치지도 중단하지도 않았는데 90일 이상 추진상황이 보고되지 않은 약속입니다. 오래된 것부터 20건까지 보여 줍니다.
-- en: Stalled promises
--     Promises neither done nor stopped on which nothing was reported for 90 days or more, oldest first, 20 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, promise_state, last_report_on, days_still, all_listed

with matching as (
    select
        suggestion_id,
        department,
        place,
        promise_state,
        last_report_on,
        $as_of - greatest(promised_on, last_report_on) as days_still
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where is_stalled(promise_state, promised_on, last_report_on, $as_of)
),
listed as (
    from matching
    order by days_still desc, place
    limit 20
)
select
    listed.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(listed.department, '') as department,
    listed.promise_state,
    listed.last_report_on,
    listed.days_still,
    (select count(*) from matching) as all_listed
from listed
join seen_titles as suggestions using (suggestion_id)
order by
    days_still desc,
    listed.place;
