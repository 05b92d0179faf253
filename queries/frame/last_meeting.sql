-- ko: 지난 간담회
--     기준일 전에 열린 마지막 간담회의 날입니다. 지표 옆의 변화는 그날과 비교한 것입니다.
-- en: The last meeting
--     The day of the last meeting held before the as-of date; the changes beside the figures are since then.
--
-- $as_of  the day being looked at
-- returns held_on, round

select
    held_on,
    round
from sessions
where status = 'held'
    and held_on < $as_of
order by
    held_on desc,
    natural_key(session_id) desc,
    session_id desc
limit 1;
