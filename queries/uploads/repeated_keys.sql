-- Rows whose key stands in the file more than once: all of them, since nobody knows which is right. Each names the
-- first few of them, so that a key in every row costs no more than one in two.

select
    incoming.record,
    '{first}' as column_name,
    {shown} as value,
    'repeated_key' as code,
    repeated.others
from incoming
join (
    select
        {key},
        min(record, 6) as others
    from incoming
    where {has_key}
    group by {key}
    having count(*) > 1
) as repeated
    using ({key})
