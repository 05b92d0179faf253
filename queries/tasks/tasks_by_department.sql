-- ko: 담당부서별 할 일
--     담당부서마다 할 일이 있는 건의와 종류별 할 일이 몇 건인지, 많은 부서부터 50곳까지 보여 줍니다.
-- en: Tasks by department
--     How many suggestions of each department have something to be done, and how many tasks of each kind; most first, 50 departments at most.
-- without replies ko: 담당부서별 확인할 건의
--     담당부서마다 확인할 건의가 몇 건인지, 많은 부서부터 50곳까지 보여 줍니다. 이 자료에 회신 기록이 없어도 이미 회신했을 수 있습니다.
-- without replies en: What to check, by department
--     How many suggestions of each department are to be checked; most first, 50 departments at most. Where no reply is on record in these data, there may still have been one.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns department, suggestions, waiting_overdue, due_this_week, past_promised_day, due_for_review, stalled, missing_reasons, without_department, all_departments, all_named

select
    department,
    count(distinct suggestion_id) as suggestions,
    count(*) filter (task = 'waiting_overdue') as waiting_overdue,
    count(*) filter (task = 'due_this_week') as due_this_week,
    count(*) filter (task = 'past_promised_day') as past_promised_day,
    count(*) filter (task = 'due_for_review') as due_for_review,
    count(*) filter (task = 'stalled') as stalled,
    count(*) filter (task = 'missing_reasons') as missing_reasons,
    count(*) filter (task = 'without_department') as without_department,
    count(*) over () as all_departments,
    count(*) filter (department <> '') over () as all_named
from tasks($as_of, $series, $sessions, $categories, $departments)
group by department
order by
    suggestions desc,
    department = '',
    natural_key(department),
    department
limit 50;
