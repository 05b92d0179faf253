-- ko: 회차별 회신 현황
--     각 간담회에서 나온 건의가 지금 어떤 상태인지, 건의를 100%로 하여 보여 줍니다. 다섯 상태를 더하면 접수된 건의 수입니다. 예정되었거나 건의 기록이 없는 간담회는 빈 줄이며 세지 않습니다.
-- en: Answers by meeting
--     Where the suggestions of each meeting stand now, as shares of all of them. The five states add up to all received. A meeting that is planned, or of which no suggestion is on record, has an empty row and counts nowhere.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, topic, meeting_state, received, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused

with counted as (
    select
        session_id,
        total(received) as received,
        total(answered_in_time) as answered_in_time,
        total(answered_late) as answered_late,
        total(waiting_in_time) as waiting_in_time,
        total(waiting_overdue) as waiting_overdue,
        total(paused) as paused
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
    group by session_id
)
select
    session_id,
    meetings.series,
    meetings.round,
    meetings.held_on,
    meetings.topic,
    meetings.meeting_state,
    coalesce(counted.received, 0) as received,
    coalesce(counted.answered_in_time, 0) as answered_in_time,
    coalesce(counted.answered_late, 0) as answered_late,
    coalesce(counted.waiting_in_time, 0) as waiting_in_time,
    coalesce(counted.waiting_overdue, 0) as waiting_overdue,
    coalesce(counted.paused, 0) as paused
from chosen_meetings($as_of, $series, $sessions) as meetings
left join counted using (session_id)
where counted.received > 0
    or not meetings.has_suggestions
order by
    meetings.held_on,
    natural_key(session_id),
    session_id;
