-- The rows of a table that hold a word, with their keys.

select
    [{key}] as key,
    [{words}] as words
from {table}
where contains(lower(concat_ws(' ', {words})), $search)
order by {order}
limit $most
