-- The rows of a table that hold every word of a search, with their keys.

select
    [{key}] as key,
    [{words}] as words
from {table}
where holds_words_unmasked(concat_ws(' ', {words}), $search)
order by {order}
limit $most
