-- ko: 다음 간담회
--     기준일이나 그 뒤에 열릴 간담회 가운데 가장 가까운 간담회입니다. 취소된 간담회는 넣지 않습니다. 개회 보고의 첫 장에 나옵니다.
-- en: The next meeting
--     The first meeting on or after the as-of date that is not cancelled. It stands on the first slide of an opening report.
--
-- $as_of     the day being looked at
-- $series    series chosen; empty means all
-- $sessions  meetings chosen; empty means all
-- returns session_id, series, round, held_on, topic

select
    session_id,
    series,
    round,
    held_on,
    topic
from chosen_meetings($as_of, $series, $sessions)
where held_on >= $as_of
    and meeting_state <> 'cancelled'
order by
    held_on,
    natural_key(session_id),
    session_id
limit 1;
