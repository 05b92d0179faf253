-- What is kept in memory of counted(as_of).

from counted($1)
