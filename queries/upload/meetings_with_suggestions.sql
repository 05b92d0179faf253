-- ko: 건의가 있는 간담회
--     처리현황표를 내려받을 수 있는 간담회를 새로운 것부터 보여 줍니다. 건의가 없는 간담회는 들어 있지 않습니다.
-- en: Meetings with suggestions
--     The meetings whose suggestions can be downloaded as a sheet, newest first. Those without any are left out.
--
-- returns session_id, series, round, held_on, status

select
    session_id,
    shown_name(series) as series,
    round,
    held_on,
    status
from sessions
where session_id in (select suggestions.session_id from suggestions)
order by
    held_on desc,
    natural_key(session_id),
    session_id;
