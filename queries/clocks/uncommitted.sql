-- For one cursor, the state of every suggestion straight from the tables instead of from the table in memory, which
-- knows nothing of a transaction that is still open.

create or replace temp macro clock(as_of) as table
from suggestion_clock(as_of);
