-- One row is one suggestion received by as_of, with its state and its day numbers.
-- Exactly one of the five states holds; a pause that covers as_of wins even past the due day.

create or replace macro suggestion_clock(as_of) as table
select
    due_dates.*,
    case
        when due_dates.answered_on <= due_dates.due_on then 'answered_in_time'
        when due_dates.answered_on is not null then 'answered_late'
        when due_dates.is_paused then 'paused'
        when as_of > due_dates.due_on then 'waiting_overdue'
        else 'waiting_in_time'
    end as state,
    due_dates.answered_on is null and as_of > due_dates.due_on as is_past_due,
    day_number(due_dates.running_today, due_dates.received_after, due_dates.paused) as waited_days,
    day_number(answer.running, due_dates.received_after, due_dates.paused) as turnaround,
    day_number(feedback.running, due_dates.received_after, due_dates.paused) as first_feedback_days,
    greatest(0, due_dates.running_today - due.running - coalesce(len(list_filter(
        due_dates.paused,
        lambda p: p > due.running and p <= due_dates.running_today
    )), 0)) as days_over
from due_dates(as_of) as due_dates
left join calendar as due on due.day = due_dates.due_on
left join calendar as answer on answer.day = due_dates.answered_on
left join calendar as feedback on feedback.day = due_dates.first_feedback_on;
