-- ko: 약속의 이행
--     수용하거나 일부 수용하기로 회신한 건의(약속)가 어떻게 되었는지 보여 줍니다. 여섯 상태(이행 확인, 완료 보고, 추진 중, 추진 예정, 중단, 보고 없음)를 더하면 약속 건수입니다.
-- en: What became of promises
--     What became of the suggestions accepted wholly or partly (promises). The six states (confirmed as done, reported as done, in progress, planned, stopped, nothing reported) add up to all promises.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns received, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported, done, fulfilment_rate,
--     confirmed_rate, median_days_to_done, slipped, overdue_promises, stalled, due_for_review

with suggestions_chosen as not materialized (
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
observed as (
    select
        '' as name,
        greatest(coalesce(done_on, $as_of) - answered_on, 0) as duration,
        is_done(promise_state) as has_happened
    from suggestions_chosen
    where promise_state is not null
)
select
    count(*) as received,
    count(promise_state) as promises,
    count(*) filter (promise_state = 'done_confirmed') as done_confirmed,
    count(*) filter (promise_state = 'done_reported') as done_reported,
    count(*) filter (promise_state = 'in_progress') as in_progress,
    count(*) filter (promise_state = 'planned') as planned,
    count(*) filter (promise_state = 'stopped') as stopped,
    count(*) filter (promise_state = 'not_reported') as not_reported,
    count(*) filter (is_done(promise_state)) as done,
    fulfilment_rate(promise_state) as fulfilment_rate,
    confirmed_rate(promise_state) as confirmed_rate,
    median_days_to_done('observed') as median_days_to_done,
    slipped(promise_state, first_expected_on, expected_on) as slipped,
    overdue_promises(promise_state, expected_on, $as_of) as overdue_promises,
    stalled(promise_state, promised_on, last_report_on, $as_of) as stalled,
    due_for_review(review_on, $as_of) as due_for_review
from suggestions_chosen;
