-- Rows whose key stands in the file more than once: all of them, since nobody knows which is right.

select
    unnest(records) as record,
    '{first}' as column_name,
    {shown} as value,
    'repeated_key' as code,
    records as others
from (
    select
        {key},
        list(record order by record) as records
    from incoming
    where {has_key}
    group by {key}
    having count(*) > 1
)
