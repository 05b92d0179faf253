-- ko: 간담회별 이행 현황
--     각 간담회에서 나온 건의 가운데 수용하거나 일부 수용하기로 회신한 것(약속)이 지금 어떤 상태인지 보여 줍니다.
-- en: Promises by meeting
--     Where the suggestions of each meeting that were accepted wholly or partly (promises) stand now.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported

select
    session_id,
    series,
    round,
    held_on,
    count(*) as promises,
    count(*) filter (promise_state = 'done_confirmed') as done_confirmed,
    count(*) filter (promise_state = 'done_reported') as done_reported,
    count(*) filter (promise_state = 'in_progress') as in_progress,
    count(*) filter (promise_state = 'planned') as planned,
    count(*) filter (promise_state = 'stopped') as stopped,
    count(*) filter (promise_state = 'not_reported') as not_reported
from chosen($as_of, $series, $sessions, $categories, $departments)
where promise_state is not null
group by
    session_id,
    series,
    round,
    held_on
order by
    held_on,
    natural_key(session_id),
    session_id;
