-- Categories that there are not: the first row with one, in how many rows, how many different ones, and the first of them.

select
    coalesce(min(record), 0) as record,
    coalesce(sum(cells), 0)::bigint as cells,
    count(*) as kinds,
    coalesce(array_agg(value order by record)[:5], []) as first_ones
from (
    select
        value,
        min(record) as record,
        count(*) as cells
    from problems
    where code = 'unknown_category'
    group by value
);
