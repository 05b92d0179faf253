-- ko: 그날의 간담회
--     고른 조건에서 기준일에 열리거나 열릴 예정인 간담회 하나입니다. 발표 첫 장의 QR 코드가 그 간담회로 이어집니다. 여럿이면 먼저 시작하는 것입니다.
-- en: The meeting of the day
--     The meeting that is held or planned on the as-of date, among those chosen: where the QR code of the first slide leads. Of several it is the one that starts first.
--
-- $as_of     the day being looked at
-- $series    series chosen; empty means all
-- $sessions  meetings chosen; empty means all
-- returns session_id

select session_id
from sessions
where held_on = $as_of
    and status <> 'cancelled'
    and (len($series) = 0 or list_contains($series, shown_name(series)))
    and (len($sessions) = 0 or list_contains($sessions, session_id))
order by
    starts_at nulls last,
    natural_key(session_id),
    session_id
limit 1;
