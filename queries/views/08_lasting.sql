-- One row is one number of days that suggestions of one meeting, category, department and month of receipt have in common, of one
-- kind: working days to the final answer ('answer') or to any ('first_feedback'), days from the answer to what was promised ('done').
-- Of what has not happened the days are those so far. `state` and `is_due` are told of answers.

create or replace macro lasting(as_of) as table
with lasted as (
    select
        session_id, series, category, department,
        date_trunc('month', received_on)::date as month,
        unnest([
            {
                'kind': 'answer', 'duration': coalesce(turnaround, waited_days), 'has_happened': answered_on is not null,
                'state': state, 'is_due': answered_on is not null or due_on < as_of
            },
            {
                'kind': 'first_feedback', 'duration': coalesce(first_feedback_days, waited_days),
                'has_happened': first_feedback_on is not null, 'state': null, 'is_due': null
            },
            {
                'kind': 'done',
                'duration': if(promise_state is null, null, greatest(coalesce(done_on, as_of) - answered_on, 0)),
                'has_happened': is_done(promise_state), 'state': null, 'is_due': null
            }
        ], recursive := true)
    from clock(as_of)
)
select
    *,
    count(*) as suggestions
from lasted
where duration is not null or kind <> 'done'
group by all;
