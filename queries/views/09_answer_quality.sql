-- One row is one suggestion with a final answer by as_of: which checks its latest one meets; null where a check is not asked.
-- The expected day is the one stated last in the reports by as_of.

create or replace macro answer_quality(as_of) as table
with latest as (
    select
        suggestion_id,
        arg_max(
            {
                'decision': decision,
                'reason': reason,
                'limits': limits,
                'next_step': next_step,
                'revisit_on': revisit_on,
                'responder': responder
            },
            row(responded_on, response_id)
        ) as answer
    from responses
    where kind = 'final'
        and responded_on <= as_of
    group by suggestion_id
)
select
    latest.suggestion_id,
    checks_reason(answer.decision, answer.reason) as reason,
    checks_limits(answer.decision, answer.limits) as limits,
    checks_next_step(answer.next_step) as next_step,
    checks_day(answer.revisit_on, clock.expected_on, answer.next_step) as day,
    checks_contact(answer.responder) as contact
from latest
join clock(as_of) as clock using (suggestion_id);

-- The checks, in the order in which they are read.

create or replace macro answer_checks() as table
select *
from (values (1, 'reason'), (2, 'limits'), (3, 'next_step'), (4, 'day'), (5, 'contact')) as checks (place, item);
