-- ko: 회차별 회신 현황
--     각 간담회에서 나온 건의가 지금 어떤 상태인지 보여 줍니다. 다섯 상태를 더하면 접수된 건의 수입니다.
-- en: Answers by meeting
--     Where the suggestions of each meeting stand now. The five states add up to all received.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, received, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused

select
    session_id,
    series,
    round,
    held_on,
    count(*) as received,
    count(*) filter (state = 'answered_in_time') as answered_in_time,
    count(*) filter (state = 'answered_late') as answered_late,
    count(*) filter (state = 'waiting_in_time') as waiting_in_time,
    count(*) filter (state = 'waiting_overdue') as waiting_overdue,
    count(*) filter (state = 'paused') as paused
from chosen($as_of, $series, $sessions, $categories, $departments)
group by
    session_id,
    series,
    round,
    held_on
order by
    held_on,
    natural_key(session_id),
    session_id;
