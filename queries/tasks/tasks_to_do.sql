-- ko: 할 일이 있는 건의
--     할 일이 있는 건의와 그 할 일을 담당부서별로, 건의가 많은 부서 50곳까지, 급한 것부터 정한 건수까지 보여 줍니다. 목표일을 넘긴 날은 근무일로, 다른 날은 휴일을 포함하여 셉니다.
-- en: What is to be done
--     The suggestions with something to be done, by department: the 50 departments with the most suggestions, the most urgent first. Days past the target day are working days, others calendar days.
-- without replies ko: 확인할 건의
--     확인할 건의를 담당부서별로, 건의가 많은 부서 50곳까지 보여 줍니다. 이 자료에 회신 기록이 없어도 이미 회신했을 수 있습니다.
-- without replies en: What to check
--     The suggestions to check, by department: the 50 departments with the most suggestions. Where no reply is on record in these data, there may still have been one.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $size         how many suggestions of each department
-- returns department, suggestion_id, title, task, day, days_over, all_listed, all_tasks

with found as (
    from tasks($as_of, $series, $sessions, $categories, $departments)
),
by_suggestion as (
    select
        department, suggestion_id, place,
        min(row(urgency, coalesce(-days_over, 1), day)) as most_urgent,
        count(*) as tasks
    from found
    group by department, suggestion_id, place
),
first_ones as (
    select
        department,
        suggestion_id,
        row_number() over (partition by department order by most_urgent, place) as suggestion_place,
        count(*) over (partition by department) as all_listed,
        (sum(tasks) over (partition by department))::bigint as all_tasks
    from by_suggestion
    qualify suggestion_place <= $size
),
listed as (
    select
        *,
        dense_rank() over (
            order by all_listed desc, department = '', natural_key(department), department
        ) as department_place
    from first_ones
    qualify department_place <= 50
)
select
    listed.department, listed.suggestion_id,
    cut(suggestions.title) as title,
    found.task, found.day, found.days_over,
    listed.all_listed, listed.all_tasks
from listed
join found using (suggestion_id)
join seen_titles as suggestions using (suggestion_id)
order by listed.department_place, listed.suggestion_place, found.urgency;
