-- One row is one suggestion received by as_of, with its meeting, its responses, its reports and its pauses.
-- A suggestion without a date of receipt was received on the day of its meeting; cancelled meetings count.
-- `review_on` is the review day stated last, as long as no response came on it or after it and no final one since it was stated.

create or replace macro received_suggestions(as_of) as table
select
    suggestions.* exclude (received_on),
    coalesce(suggestions.received_on, sessions.held_on) as received_on,
    sessions.series,
    sessions.round,
    sessions.held_on,
    coalesce(replies.response_count, 0) as response_count,
    replies.first_feedback_on,
    replies.answered_on,
    replies.last_interim_on,
    replies.latest.decision as decision,
    replies.latest.states_reason as states_reason,
    case when replies.latest.decision in ('accepted', 'partly') then replies.promised_on end as promised_on,
    case
        when replies.last_response_on >= replies.revisit.on then null
        when replies.last_final > replies.revisit.said then null
        else replies.revisit.on
    end as review_on,
    carried_out.progress,
    carried_out.last_report_on,
    carried_out.done_on,
    carried_out.confirmed_on,
    carried_out.first_expected_on,
    carried_out.expected_on,
    coalesce(carried_out.expected_changes, 0) as expected_changes,
    paused_days.paused,
    coalesce(paused_days.is_paused, false) as is_paused
from suggestions
join sessions using (session_id)
left join replies(as_of) as replies using (suggestion_id)
left join carried_out(as_of) as carried_out using (suggestion_id)
left join paused_days(as_of) as paused_days using (suggestion_id)
where coalesce(suggestions.received_on, sessions.held_on) <= as_of;
