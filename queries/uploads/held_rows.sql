-- The rows of a table that a sheet may be about, every cell as text: those that belong to, or are, one of the $keys.

select {columns}
from {table}
where {column} in (select unnest($keys::varchar[]))
order by {key};
