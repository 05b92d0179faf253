-- One row is one suggestion with a final answer by as_of: which checks its latest one meets; null where a check is not asked.
-- `listed` is the name of a `with` above, of rows of clock(as_of).
-- The expected day is the one stated last in the reports by as_of.

create or replace macro answer_quality(listed) as table
select
    suggestion_id,
    quality.reason,
    quality.limits,
    quality.next_step,
    states_a_day(quality, expected_on) as day,
    quality.contact
from query_table(listed)
where quality is not null;

-- The checks, in the order in which they are read.

create or replace macro answer_checks() as table
select *
from (values (1, 'reason'), (2, 'limits'), (3, 'next_step'), (4, 'day'), (5, 'contact')) as checks (place, item);
