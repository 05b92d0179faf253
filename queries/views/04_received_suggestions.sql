-- One row is one suggestion received by as_of, with its meeting, its responses and its pauses.
-- A suggestion without a date of receipt was received on the day of its meeting; cancelled meetings count.

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
    replies.last_final_on,
    replies.latest.decision as decision,
    replies.latest.states_reason as states_reason,
    replies.latest.quality as quality,
    case when replies.latest.decision in ('accepted', 'partly') then replies.promised_on end as promised_on,
    paused_days.paused,
    coalesce(paused_days.is_paused, false) as is_paused
from suggestions
join sessions using (session_id)
left join replies(as_of) as replies using (suggestion_id)
left join paused_days(as_of) as paused_days using (suggestion_id)
where coalesce(suggestions.received_on, sessions.held_on) <= as_of;
