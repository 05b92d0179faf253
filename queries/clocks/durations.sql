-- What is kept in memory of lasting(as_of): each kind by itself, so that only its rows are read.

from lasting($1)
order by kind
