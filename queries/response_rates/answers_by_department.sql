-- ko: 담당부서별 회신 현황
--     각 담당부서의 건의가 지금 어떤 상태인지, 남은 건의(최종 회신을 받지 못한 건의)가 많은 곳부터 보여 줍니다. 담당부서가 아직 정해지지 않은 건의는 따로 셉니다.
-- en: Answers by department
--     Where the suggestions of each department stand now, from the one with most left (without a final answer) down. Those without a department yet are counted on their own.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns department, received, remaining, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused

select
    coalesce(chosen.department, '') as department,
    total(received) as received,
    total(received - answered) as remaining,
    total(answered_in_time) as answered_in_time,
    total(answered_late) as answered_late,
    total(waiting_in_time) as waiting_in_time,
    total(waiting_overdue) as waiting_overdue,
    total(paused) as paused
from chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen
group by coalesce(chosen.department, '')
order by
    remaining desc,
    natural_key(coalesce(chosen.department, '')),
    coalesce(chosen.department, '');
