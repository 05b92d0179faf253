-- ko: 간담회별 이행 현황
--     각 간담회에서 나온 건의 가운데 수용하거나 일부 수용하기로 회신한 것(약속)이 지금 어떤 상태인지, 약속을 100%로 하여 보여 줍니다. 예정되었거나 건의 기록이 없는 간담회는 빈 줄이며 세지 않습니다.
-- en: Promises by meeting
--     Where the suggestions of each meeting that were accepted wholly or partly (promises) stand now, as shares of all of them. A meeting that is planned, or of which no suggestion is on record, has an empty row and counts nowhere.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, topic, meeting_state, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported

with counted as (
    select
        session_id,
        total(promises) as promises,
        total(done_confirmed) as done_confirmed,
        total(done_reported) as done_reported,
        total(in_progress) as in_progress,
        total(planned) as planned,
        total(stopped) as stopped,
        total(not_reported) as not_reported
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
    where promises > 0
    group by session_id
)
select
    session_id,
    meetings.series,
    meetings.round,
    meetings.held_on,
    meetings.topic,
    meetings.meeting_state,
    coalesce(counted.promises, 0) as promises,
    coalesce(counted.done_confirmed, 0) as done_confirmed,
    coalesce(counted.done_reported, 0) as done_reported,
    coalesce(counted.in_progress, 0) as in_progress,
    coalesce(counted.planned, 0) as planned,
    coalesce(counted.stopped, 0) as stopped,
    coalesce(counted.not_reported, 0) as not_reported
from chosen_meetings($as_of, $series, $sessions) as meetings
left join counted using (session_id)
where counted.promises > 0
    or not meetings.has_suggestions
order by
    meetings.held_on,
    natural_key(session_id),
    session_id;
