-- One row is one meeting, category and department that occur together: how many of their suggestions are in which state.
-- `dashboard.clock_tables` makes a table of it beside the clock. Filters choose among its rows, and sums over them are the counts.

create or replace macro counted(as_of) as table
select
    session_id, series, category, department,
    count(*) as received,
    count(first_feedback_on) as with_feedback,
    count(answered_on) as answered,
    count(*) filter (state = 'answered_in_time') as answered_in_time,
    count(*) filter (state = 'answered_late') as answered_late,
    count(*) filter (state = 'waiting_in_time') as waiting_in_time,
    count(*) filter (state = 'waiting_overdue') as waiting_overdue,
    count(*) filter (state = 'paused') as paused,
    count(*) filter (state = 'paused' and is_past_due) as paused_past_due,
    count(*) filter (decision = 'accepted') as accepted,
    count(*) filter (decision = 'partly') as partly,
    count(*) filter (decision = 'long_term') as long_term,
    count(*) filter (decision = 'declined') as declined,
    count(*) filter (decision = 'transferred') as transferred,
    count(*) filter (decision <> 'accepted' and states_reason) as with_reason,
    count(promise_state) as promises,
    count(*) filter (promise_state = 'done_confirmed') as done_confirmed,
    count(*) filter (promise_state = 'done_reported') as done_reported,
    count(*) filter (promise_state = 'in_progress') as in_progress,
    count(*) filter (promise_state = 'planned') as planned,
    count(*) filter (promise_state = 'stopped') as stopped,
    count(*) filter (promise_state = 'not_reported') as not_reported,
    count(*) filter (is_past_promised_day(promise_state, expected_on, as_of)) as past_promised_day,
    count(*) filter (promise_state is not null and expected_on > first_expected_on) as promises_slipped,
    count(*) filter (is_stalled(promise_state, promised_on, last_report_on, as_of)) as promises_stalled,
    count(*) filter (as_of > review_on) as past_review_day,
    count(quality.reason) as asked_reason, count(*) filter (quality.reason) as states_reason,
    count(quality.limits) as asked_limits, count(*) filter (quality.limits) as states_limits,
    count(quality.next_step) as asked_next_step, count(*) filter (quality.next_step) as states_next_step,
    count(quality) as asked_day, count(*) filter (states_a_day(quality, expected_on)) as states_day,
    count(quality.contact) as asked_contact, count(*) filter (quality.contact) as states_contact
from clock(as_of)
group by session_id, series, category, department;
