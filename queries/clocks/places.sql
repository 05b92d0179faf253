-- One row is one suggestion and its place among all by suggestion_id, numbers in it compared as numbers. Sorting takes long and is
-- the same for every day: it is done once a version of the data, of ids alone.

select
    suggestion_id,
    row_number() over () as place
from (
    select suggestion_id
    from suggestions
    order by
        natural_key(suggestion_id),
        suggestion_id
)
