-- One row is one suggestion received by as_of: its state and its day numbers, from the table that was made for that day.
-- `dashboard.clocks` makes the table from suggestion_clock(as_of) once for each day looked at and each data version.

create or replace macro clock(as_of) as table
from query_table('clocks.clock_' || strftime(as_of, '%Y%m%d'));
