-- Write a table anew without the rows that the recorded changes of an upload take out of it.

alter table {table} rename to {table}_before;

{definition}

insert into {table}
select held.*
from {table}_before as held
anti join (
    select unnest(json_transform_strict(row_before, '{{{structure}}}'))
    from changes
    where upload_id = $upload_id and table_name = '{table}' and row_after is null
) as incoming on {same_key};

drop table {table}_before;
