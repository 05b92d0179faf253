-- The rows that an upload added and did not write down, to be deleted: nothing in effect has changed them since.

insert into changes
select
    $upload_id,
    '{table}',
    to_json([{key}]),
    to_json({{{before}}}),
    null
from {table} as held
where to_json([{key}])::varchar in (
    select row_key
    from changes
    where upload_id = $undoes and table_name = '{table}' and row_before is null and row_after is null
);
