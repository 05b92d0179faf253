-- ko: 아직 남은 것
--     고른 조건에서 아직 답하지 않은 건의와 아직 이행하지 않은 약속을 세고, 다음으로 날이 오는 것이 언제 몇 건인지 한 줄로 보여 줍니다. 중단된 약속은 세지 않습니다.
-- en: What is still owed
--     The suggestions not answered yet and the promises not kept yet among those chosen, and what comes next and when. Stopped promises are left out.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns received, waiting, overdue, most_days_over, first_overdue_on, in_time, next_due_on, due_next, paused,
--     promises, in_progress, planned, not_reported, past_promised_day, next_expected_on, expected_next, without_day

with suggestions_chosen as (
    select
        *,
        case when state = 'waiting_in_time' then due_on end as awaited_on,
        promise_state in ('not_reported', 'planned', 'in_progress') as is_open,
        case when promise_state in ('not_reported', 'planned', 'in_progress') and expected_on >= $as_of then expected_on end
            as promised_for
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
next_days as (
    select
        min(awaited_on) as next_due_on,
        min(promised_for) as next_expected_on
    from suggestions_chosen
)
select
    count(*) as received,
    count(*) filter (answered_on is null) as waiting,
    count(*) filter (state = 'waiting_overdue') as overdue,
    max(days_over) filter (state = 'waiting_overdue') as most_days_over,
    min(due_on) filter (state = 'waiting_overdue') as first_overdue_on,
    count(*) filter (state = 'waiting_in_time') as in_time,
    any_value(next_days.next_due_on) as next_due_on,
    count(*) filter (awaited_on = next_days.next_due_on) as due_next,
    count(*) filter (state = 'paused') as paused,
    count(*) filter (is_open) as promises,
    count(*) filter (promise_state = 'in_progress') as in_progress,
    count(*) filter (promise_state = 'planned') as planned,
    count(*) filter (promise_state = 'not_reported') as not_reported,
    overdue_promises(promise_state, expected_on, $as_of) as past_promised_day,
    any_value(next_days.next_expected_on) as next_expected_on,
    count(*) filter (promised_for = next_days.next_expected_on) as expected_next,
    count(*) filter (is_open and expected_on is null) as without_day
from suggestions_chosen
cross join next_days;
