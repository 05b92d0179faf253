-- ko: 가장 최근 간담회
--     고른 조건에서 건의가 나온 간담회 가운데 기준일에 가장 가까운 간담회입니다. 발표의 첫 장에 나옵니다.
-- en: The latest meeting
--     Of the meetings that the chosen suggestions came from, the latest one. It stands on the first slide.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, topic

select
    sessions.session_id,
    shown_name(sessions.series) as series,
    sessions.round,
    sessions.held_on,
    cut(sessions.topic) as topic
from seen_sessions(false) as sessions
where sessions.session_id in (select session_id from chosen($as_of, $series, $sessions, $categories, $departments))
order by
    sessions.held_on desc,
    natural_key(sessions.session_id) desc,
    sessions.session_id desc
limit 1;
