-- Write a table anew without the rows that the recorded changes of an upload take out of it.

alter table {table} rename to {table}_before;

{definition}

insert into {table}
select held.*
from {table}_before as held
anti join (
    select row_key
    from changes
    where upload_id = $upload_id and table_name = '{table}' and row_after is null
) as gone on gone.row_key = to_json([{key}])::varchar;

drop table {table}_before;
