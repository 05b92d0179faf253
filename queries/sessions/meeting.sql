-- ko: 간담회 상세
--     간담회 하나가 언제 어디서 어떤 주제로 열렸고 누가 발표했으며 몇 명이 참석했는지, 같은 간담회명의 지난 간담회와 다음 간담회는 무엇인지 보여 줍니다. 지난 간담회는 기준일까지 열린 것이고, 다음 간담회는 취소되지 않은 것입니다.
-- en: A meeting in detail
--     When, where and on what a meeting was held, who presented, how many came, and which meetings of its series come before and after it. The one before is the latest that was held by the as-of date; the one after is the next that was not cancelled.
--
-- $as_of     the day being looked at
-- $meeting   the meeting
-- $is_staff  whether personal data are shown
-- returns session_id, series, round, held_on, starts_at, place, topic, presenters, attendance, attendance_note, meeting_state, source,
--     previous_id, next_id

select
    meetings.session_id,
    sessions.series,
    sessions.round,
    meetings.held_on,
    sessions.starts_at,
    sessions.place,
    cut(sessions.topic) as topic,
    sessions.presenters,
    sessions.attendance,
    sessions.attendance_note,
    meetings.meeting_state,
    sessions.source,
    meetings.previous_id,
    meetings.next_id
from meetings($as_of) as meetings
join seen_sessions($is_staff) as sessions using (session_id)
where meetings.session_id = $meeting
order by meetings.session_id;
