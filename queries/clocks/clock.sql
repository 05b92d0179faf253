-- What is kept in memory of suggestion_clock and of the reports (clocks/followed.sql): all but the long texts, which a list
-- reads for the rows it shows. Names are kept as everybody sees them: what is chosen by them stands in addresses, which
-- staff share.

select
    suggestion_id,
    session_id,
    shown_name(series) as series,
    round,
    held_on,
    received_on,
    shown_name(organization) as organization,
    shown_name(organization_type) as organization_type,
    shown_name(category) as category,
    shown_name(department) as department,
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
    days_over,
    promised_on,
    promise_state(promised_on, progress, confirmed_on) as promise_state,
    last_report_on,
    done_on,
    first_expected_on,
    expected_on,
    review_on,
    place
from suggestion_clock($1)
left join followed using (suggestion_id)
