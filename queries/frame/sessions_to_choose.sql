-- ko: 고를 수 있는 간담회
--     조건에서 고를 수 있는 간담회를 새로운 것부터 보여 줍니다. 취소된 간담회도 건의가 있으면 들어 있습니다.
-- en: Meetings to choose from
--     The meetings that the filters offer, newest first. Cancelled ones are there when they brought suggestions.
--
-- returns session_id, series, round, held_on, status

select
    session_id,
    shown_name(series) as series,
    round,
    held_on,
    status
from sessions
where status <> 'cancelled'
    or session_id in (select suggestions.session_id from suggestions)
order by
    held_on desc,
    natural_key(session_id),
    session_id;
