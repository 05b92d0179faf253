-- ko: 약속 경과 기간별 이행 현황
--     약속(수용·일부 수용 회신)한 지 지난 달수에 따라 얼마나 이행되었는지 보여 줍니다. 오래된 약속일수록 아래에 있습니다.
-- en: Fulfilment by age of the promise
--     How many promises are kept, by the calendar months since they were made; the oldest at the bottom.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns from_month, to_month, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported

with promises_chosen as (
    select
        promise_age(promised_on, $as_of) as from_month,
        promise_state
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where promise_state is not null
)
select
    ages.from_month,
    ages.to_month,
    count(promises_chosen.promise_state) as promises,
    count(*) filter (promise_state = 'done_confirmed') as done_confirmed,
    count(*) filter (promise_state = 'done_reported') as done_reported,
    count(*) filter (promise_state = 'in_progress') as in_progress,
    count(*) filter (promise_state = 'planned') as planned,
    count(*) filter (promise_state = 'stopped') as stopped,
    count(*) filter (promise_state = 'not_reported') as not_reported
from promise_ages() as ages
left join promises_chosen using (from_month)
group by
    ages.from_month,
    ages.to_month
order by ages.from_month;
