-- What a column of a table holds, the most used first: to choose from while typing.

select {column} as value
from {table}
where {column} is not null
group by {column}
order by
    count(*) desc,
    {column}
limit $most
