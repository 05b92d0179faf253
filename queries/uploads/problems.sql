-- One row is one problem of one row of the upload. A row with one that is not a warning is rejected.
-- `others` are the records that share the key, `hint` is what the value is like or was read as, `cells` how many it is about.

create or replace temp table {table} as
select
    record,
    column_name,
    value,
    code,
    coalesce(is_warning, false) as is_warning,
    others,
    hint,
    cells
from (
    select
        null::bigint as record,
        null::varchar as column_name,
        null::varchar as value,
        null::varchar as code,
        null::boolean as is_warning,
        null::bigint[] as others,
        null::varchar as hint,
        null::bigint as cells
    where false
    {questions}
);
