-- ko: 건의별 기한 중단
--     건의 하나의 기한이 중단된 기간과 사유를 보여 줍니다. 기준일 뒤에 시작하는 중단은 아직 없는 것으로 봅니다.
-- en: Pauses of one suggestion
--     When and why the clock of one suggestion stood still. A pause that begins after the as-of date is not there yet.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns paused_from, paused_until, reason

select
    paused_from,
    paused_until,
    reason
from seen_pauses($is_staff)
where suggestion_id = $suggestion_id
    and paused_from <= $as_of
order by paused_from;
