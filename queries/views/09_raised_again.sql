-- One row is one suggestion that the filters leave and that was raised again: a person linked it to one of an earlier meeting,
-- received by as_of too. `earlier_id` is the latest of those; it is after a refusal when any of them had a final answer that
-- declined it by the day when this one was received, whatever was decided later.

create or replace macro raised_again(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as table
select
    again.suggestion_id,
    again.place,
    again.received_on,
    arg_max(earlier.suggestion_id, row(earlier.held_on, earlier.place)) as earlier_id,
    bool_or(refusals.response_id is not null) as is_after_refusal
from chosen(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as again
join linked_pairs on linked_pairs.suggestion_id = again.suggestion_id and linked_pairs.is_related
join clock(as_of) as earlier
    on earlier.suggestion_id = linked_pairs.other_id
    and earlier.held_on < again.held_on
left join responses as refusals
    on refusals.suggestion_id = earlier.suggestion_id
    and refusals.decision = 'declined'
    and refusals.responded_on <= again.received_on
group by
    again.suggestion_id,
    again.place,
    again.received_on;
