-- What is kept in memory of suggestion_clock: all but the long texts, which a list reads for the rows it shows.

select
    suggestion_id,
    session_id,
    series,
    round,
    held_on,
    received_on,
    organization,
    organization_type,
    category,
    department,
    response_count,
    first_feedback_on,
    last_interim_on,
    answered_on,
    decision,
    states_reason,
    is_paused,
    is_past_due,
    received_after,
    running_today,
    paused,
    computed_due_on,
    extended_due_on,
    due_on,
    state,
    waited_days,
    turnaround,
    first_feedback_days,
    days_over
from suggestion_clock($1)
order by suggestion_id
