-- One row is one suggestion with at least one response by as_of: when it was first answered, and the latest answer.
-- Latest is the largest (responded_on, response_id), ids compared as text. The first date is never changed by a correction.

create or replace macro replies(as_of) as table
select
    suggestion_id,
    count(*) as response_count,
    min(responded_on) as first_feedback_on,
    min(responded_on) filter (kind = 'final') as answered_on,
    max(responded_on) filter (kind = 'interim') as last_interim_on,
    min(responded_on) filter (kind = 'final' and decision in ('accepted', 'partly')) as promised_on,
    max(responded_on) filter (kind = 'final') as last_final_on,
    arg_max(
        {
            'decision': decision,
            'states_reason': coalesce(says_something(reason) and says_something(limits), false),
            'quality': case when kind = 'final' then {
                'reason': checks_reason(decision, reason),
                'limits': checks_limits(decision, limits),
                'next_step': checks_next_step(next_step),
                'day': checks_day(revisit_on, next_step),
                'contact': checks_contact(responder)
            } end
        },
        row(responded_on, response_id)
    ) filter (kind = 'final') as latest
from responses
where responded_on <= as_of
group by suggestion_id;
