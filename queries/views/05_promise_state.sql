-- The state of a promise, which is a suggestion whose latest final decision is to accept it, wholly or partly; null for others.
-- Exactly one of the six holds; what is in progress or planned is never done.

create or replace macro promise_state(promised_on, progress, confirmed_on) as case
    when promised_on is null then null
    when progress is null then 'not_reported'
    when progress = 'done' and confirmed_on is not null then 'done_confirmed'
    when progress = 'done' then 'done_reported'
    else progress
end;

-- Whether a promise is kept as far as is reported.

create or replace macro is_done(promise_state) as
    promise_state in ('done_reported', 'done_confirmed');

-- Whether a promise is not done although the day stated last has passed.

create or replace macro is_past_promised_day(promise_state, expected_on, as_of) as
    coalesce(as_of > expected_on and promise_state in ('not_reported', 'planned', 'in_progress', 'stopped'), false);

-- Whether a promise stands still: neither done nor stopped, and so many days without a report since it was made.

create or replace macro is_stalled(promise_state, promised_on, last_report_on, as_of) as coalesce(
    promise_state in ('not_reported', 'planned', 'in_progress')
    and as_of - greatest(promised_on, last_report_on) >= stalled_after_days(),
    false
);
