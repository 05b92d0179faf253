-- ko: 할 일의 종류별 건수
--     종류마다 할 일이 몇 건인지, 할 일이 하나라도 있는 건의가 모두 몇 건인지 셉니다. 한 건의에 여러 종류의 할 일이 있을 수 있습니다.
-- en: Tasks by kind
--     How many tasks of each kind there are, and how many suggestions have any. A suggestion can have tasks of several kinds.
-- without replies ko: 확인할 건의의 종류별 건수
--     종류마다 확인할 건의가 몇 건인지 셉니다. 이 자료에 회신 기록이 없어도 이미 회신했을 수 있습니다.
-- without replies en: What to check, by kind
--     How many suggestions of each kind there are to check. Where no reply is on record in these data, there may still have been one.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns task, tasks, all_suggestions

with found as (
    from tasks($as_of, $series, $sessions, $categories, $departments)
)
select
    task,
    count(*) as tasks,
    (select count(distinct suggestion_id) from found) as all_suggestions
from found
group by
    task,
    urgency
order by urgency;
