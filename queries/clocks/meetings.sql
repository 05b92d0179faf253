-- What is kept in memory of meeting_states(as_of).

from meeting_states($1)
