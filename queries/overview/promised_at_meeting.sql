-- ko: 지난 간담회에서 추진을 약속받은 건의
--     지난 간담회에서 나온 건의 가운데 기준일까지 수용 또는 일부 수용으로 회신한 것, 곧 약속이 몇 건인지 세고 3건까지 보여 줍니다.
-- en: Promised from the last meeting
--     How many of the suggestions made at the last meeting have been accepted wholly or partly by the as-of date, that is promised; with up to 3 of them.
--
-- $as_of        the day being looked at
-- $since        the day of the meetings
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns meetings, round, asked, all_promises, suggestion_id, title, organization, promise_state

with asked as materialized (
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where held_on = $since
),
counted as (
    select
        list(distinct session_id order by session_id) as meetings,
        min(round) as round,
        count(*) as asked,
        count(promise_state) as all_promises
    from asked
),
promised as (
    from asked
    where promise_state is not null
    order by place
    limit 3
)
select
    counted.meetings,
    counted.round,
    counted.asked,
    counted.all_promises,
    promised.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    promised.promise_state
from counted
left join promised on true
left join seen_titles as suggestions using (suggestion_id)
where counted.asked > 0
order by promised.place;
