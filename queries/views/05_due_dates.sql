-- One row is one suggestion received by as_of, with the day its answer is due.
-- `received_after` is the number of counted days before the day of receipt, so that the next counted day is day 1.
-- The i-th paused day p comes before the due day when p - i < received_after + response_days(): each one moves it by one.

create or replace macro due_dates(as_of) as table
select
    received.*,
    receipt.running - receipt.is_counted::integer as received_after,
    today.running as running_today,
    due.day as computed_due_on,
    coalesce(received.extended_due_on, due.day) as due_on
from received_suggestions(as_of) as received
join calendar as receipt on receipt.day = received.received_on
join calendar as today on today.day = as_of
left join calendar as due on due.is_counted and due.running
    = receipt.running - receipt.is_counted::integer + response_days() + coalesce(len(list_filter(
        list_filter(received.paused, lambda p: p > receipt.running - receipt.is_counted::integer),
        lambda p, i: p - i < receipt.running - receipt.is_counted::integer + response_days()
    )), 0);
