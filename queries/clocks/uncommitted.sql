-- For one cursor, the state of every suggestion straight from the tables instead of from the tables in memory, which
-- know nothing of a transaction that is still open. What became of promises is left out: nobody asks for it there.

create or replace temp macro clock(as_of) as table
select
    *,
    null::varchar as promise_state,
    null::date as last_report_on,
    null::date as done_on,
    null::date as first_expected_on,
    null::date as expected_on,
    null::date as review_on
from suggestion_clock(as_of);

create or replace temp macro counts(as_of) as table
from counted(as_of);

create or replace temp macro durations(as_of) as table
from lasting(as_of);
