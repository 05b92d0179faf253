-- ko: 간담회에서 나온 건의 가운데 약속한 것
--     지난 간담회에서 나온 건의 가운데 기준일까지 수용 또는 일부 수용으로 회신한 것, 곧 약속을 이행할 날이 가까운 순서로 5건까지 보여 줍니다. 이미 이행했거나 중단된 약속은 뒤에 둡니다.
-- en: Promises made about what was asked at a meeting
--     Of the suggestions made at the last meeting, those accepted wholly or partly by the as-of date, that is promised: the nearest day first, kept and stopped ones last, 5 at most.
--
-- $as_of        the day being looked at
-- $since        the day of the meetings
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, promise_state, expected_on, asked, all_promises

with asked as (
    select
        *,
        count(*) over () as asked,
        count(promise_state) over () as all_promises
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where held_on = $since
),
promised as (
    from asked
    where promise_state is not null
    order by promise_state in ('done_reported', 'done_confirmed', 'stopped'), expected_on nulls last, place
    limit 5
)
select
    promised.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(promised.department, '') as department,
    promised.promise_state,
    promised.expected_on,
    promised.asked,
    promised.all_promises
from promised
join seen_titles as suggestions using (suggestion_id)
order by promised.promise_state in ('done_reported', 'done_confirmed', 'stopped'), promised.expected_on nulls last, promised.place;
