-- Rows whose key stands in the file more than once: all of them, since nobody knows which is right. Each names the
-- first few of them, so that a key in every row costs no more than one in two; only keys that do repeat are held for it.

with repeated_keys as materialized (
    select {key}
    from incoming
    where {has_key}
    group by {key}
    having count(*) > 1
),
repeated as (
    select
        {key},
        min(record, 6) as others
    from incoming
    semi join repeated_keys using ({key})
    group by {key}
)
select
    incoming.record,
    '{first}' as column_name,
    {shown} as value,
    'repeated_key' as code,
    repeated.others
from incoming
join repeated using ({key})
