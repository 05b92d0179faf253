-- One row is one meeting as meeting_states(as_of) has it, from the table that was made for that day.

create or replace macro meetings(as_of) as table
from query_table('clocks.meetings_' || strftime(as_of, '%Y%m%d'));
