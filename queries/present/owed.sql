-- ko: 아직 남은 것
--     고른 조건에서 아직 답하지 않은 건의와 아직 이행하지 않은 약속을 세고, 가장 가까운 기한이 언제이고 몇 건인지 한 줄로 보여 줍니다. 중단된 약속은 세지 않습니다.
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

with owed as (
    select
        if(state = 'waiting_overdue', due_on, null) as overdue_on,
        if(state = 'waiting_overdue', days_over, null) as days_over,
        if(state = 'waiting_in_time', due_on, null) as awaited_on,
        if(promise_state is not null and expected_on >= $as_of, expected_on, null) as promised_for,
        promise_state is not null and expected_on is null as is_without_day
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where state in ('waiting_in_time', 'waiting_overdue')
        or promise_state in ('not_reported', 'planned', 'in_progress')
),
days as (
    select
        max(days_over) as most_days_over,
        min(overdue_on) as first_overdue_on,
        min(awaited_on) as next_due_on,
        count(*) filter (awaited_on = (select min(awaited_on) from owed)) as due_next,
        min(promised_for) as next_expected_on,
        count(*) filter (promised_for = (select min(promised_for) from owed)) as expected_next,
        count(*) filter (is_without_day) as without_day
    from owed
)
select
    total(received) as received,
    total(received - answered) as waiting,
    total(waiting_overdue) as overdue,
    any_value(days.most_days_over) as most_days_over,
    any_value(days.first_overdue_on) as first_overdue_on,
    total(waiting_in_time) as in_time,
    any_value(days.next_due_on) as next_due_on,
    any_value(days.due_next) as due_next,
    total(paused) as paused,
    total(not_reported + planned + in_progress) as promises,
    total(in_progress) as in_progress, total(planned) as planned, total(not_reported) as not_reported,
    overdue_promises(past_promised_day) as past_promised_day,
    any_value(days.next_expected_on) as next_expected_on,
    any_value(days.expected_next) as expected_next,
    any_value(days.without_day) as without_day
from days
left join chosen_counts($as_of, $series, $sessions, $categories, $departments) on true;
