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

with counted as (
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
),
observed as (
    select '' as name, duration, has_happened, suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'done'
)
select
    total(received) as received,
    total(promises) as promises,
    total(done_confirmed) as done_confirmed,
    total(done_reported) as done_reported,
    total(in_progress) as in_progress,
    total(planned) as planned,
    total(stopped) as stopped,
    total(not_reported) as not_reported,
    total(done_reported + done_confirmed) as done,
    fulfilment_rate(done_reported, done_confirmed, promises) as fulfilment_rate,
    confirmed_rate(done_confirmed, promises) as confirmed_rate,
    median_days_to_done('observed') as median_days_to_done,
    slipped(promises_slipped) as slipped,
    overdue_promises(past_promised_day) as overdue_promises,
    stalled(promises_stalled) as stalled,
    due_for_review(past_review_day) as due_for_review
from counted;
