-- ko: 담당부서별 이행 현황
--     각 담당부서의 약속(수용·일부 수용)이 지금 어떤 상태인지 보여 줍니다. 담당부서가 아직 정해지지 않은 약속은 따로 셉니다.
-- en: Promises by department
--     Where the promises of each department stand now. Those without a department yet are counted on their own.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns department, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported

select
    coalesce(chosen.department, '') as department,
    total(promises) as promises,
    total(done_confirmed) as done_confirmed,
    total(done_reported) as done_reported,
    total(in_progress) as in_progress,
    total(planned) as planned,
    total(stopped) as stopped,
    total(not_reported) as not_reported
from chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen
where promises > 0
group by coalesce(chosen.department, '')
order by
    promises desc,
    natural_key(coalesce(chosen.department, '')),
    coalesce(chosen.department, '');
