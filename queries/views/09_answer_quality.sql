-- One row is one suggestion with a final answer by as_of: which checks its latest one meets; null where a check is not asked.
-- `listed` is the name of a `with` above, of rows of clock(as_of): answers of no other suggestion are read.
-- The expected day is the one stated last in the reports by as_of.

create or replace macro answer_quality(listed, as_of) as table
with latest as (
    select
        suggestion_id,
        arg_max(
            {
                'reason': checks_reason(decision, reason),
                'limits': checks_limits(decision, limits),
                'next_step': checks_next_step(next_step),
                'day': checks_day(revisit_on, next_step),
                'contact': checks_contact(responder)
            },
            row(responded_on, response_id)
        ) as answer
    from responses
    semi join query_table(listed) using (suggestion_id)
    where kind = 'final'
        and responded_on <= as_of
    group by suggestion_id
)
select
    latest.suggestion_id,
    answer.reason,
    answer.limits,
    answer.next_step,
    answer.day or rows_listed.expected_on is not null as day,
    answer.contact
from latest
join query_table(listed) as rows_listed using (suggestion_id);

-- The checks, in the order in which they are read.

create or replace macro answer_checks() as table
select *
from (values (1, 'reason'), (2, 'limits'), (3, 'next_step'), (4, 'day'), (5, 'contact')) as checks (place, item);
