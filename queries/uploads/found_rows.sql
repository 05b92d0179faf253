-- The rows of a table that hold a word, with their keys and in short.

select
    [{key}] as key,
    left(concat_ws(' · ', {words}), 80) as words
from {table}
where contains(lower(concat_ws(' ', {words})), $search)
order by {order}
limit $most
