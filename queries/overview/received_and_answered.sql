-- ko: 접수와 최종 회신의 누적
--     날마다 그날까지 접수된 건의와 최종 회신을 받은 건의의 누적 건수입니다. 두 선의 간격이 아직 회신을 기다리는 건의입니다.
-- en: Received and answered over time
--     Suggestions received and answered up to each day. The gap between the lines is what still waits for an answer.
-- without replies ko: 접수와 최종 회신 기록
--     날마다 그날까지 접수된 건의와 이 자료에 최종 회신 기록이 있는 건의의 누적 건수입니다. 두 선의 간격은 회신 기록이 없는 건의이며, 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Received and answered, on record
--     Suggestions received up to each day, and those with a final answer on record in these data. The gap is those without one, which does not mean that there was none.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns day, received, answered

with happenings as (
    select
        received_on as day,
        1 as received,
        0 as answered
    from chosen($as_of, $series, $sessions, $categories, $departments)
    union all
    select
        answered_on as day,
        0 as received,
        1 as answered
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where answered_on is not null
    union all
    select
        $as_of as day,
        0 as received,
        0 as answered
)
select
    day,
    (sum(sum(received)) over (order by day))::bigint as received,
    (sum(sum(answered)) over (order by day))::bigint as answered
from happenings
group by day
order by day;
