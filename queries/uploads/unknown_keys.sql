-- Rows to be deleted that are not there.

select
    incoming.record,
    '{first}' as column_name,
    {shown} as value,
    'unknown_key' as code
from incoming
where {has_key}
    and not exists (from {table} as held where {same_key})
