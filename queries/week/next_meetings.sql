-- ko: 다음 간담회
--     기준일이나 그 뒤에 열릴 예정인 간담회를 이른 것부터 100회까지 보여 줍니다.
-- en: Next meetings
--     The meetings planned for the as-of date or later, the earliest first, 100 at most.
--
-- $as_of  the day being looked at
-- returns session_id, series, round, held_on, starts_at, place, topic, presenters

select
    session_id,
    series,
    round,
    held_on,
    starts_at,
    place,
    topic,
    presenters
from seen_sessions(false)
where status = 'planned'
    and held_on >= $as_of
order by
    held_on,
    natural_key(session_id),
    session_id
limit 100;
