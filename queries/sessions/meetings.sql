-- ko: 간담회별 개최와 건의
--     모든 간담회를 날짜 순서로 놓고, 각 간담회에서 나온 건의가 지금 어떤 상태인지 보여 줍니다. 예정되었거나 취소되었거나 개최 결과를 확인하지 못한 간담회도 따로 표시하여 보여 줍니다. 분야와 담당부서 조건은 건의에만 적용됩니다.
-- en: Meetings and their suggestions
--     All meetings in the order of their days, and where their suggestions stand now. Meetings that are planned, cancelled, or not known to have been held are marked as such. The filters on category and department apply to suggestions, not to meetings.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, topic, meeting_state, received, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused, promises

with counted as (
    select
        session_id,
        total(received) as received,
        total(answered_in_time) as answered_in_time,
        total(answered_late) as answered_late,
        total(waiting_in_time) as waiting_in_time,
        total(waiting_overdue) as waiting_overdue,
        total(paused) as paused,
        total(promises) as promises
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
    coalesce(counted.paused, 0) as paused,
    coalesce(counted.promises, 0) as promises
from chosen_meetings($as_of, $series, $sessions) as meetings
left join counted using (session_id)
order by
    meetings.held_on,
    natural_key(session_id),
    session_id;
