-- Delete the rows that the recorded changes of an upload take out of a table.

delete from {table} as held
using (
    select unnest(json_transform_strict(row_before, '{{{structure}}}'))
    from changes
    where upload_id = $upload_id and table_name = '{table}' and row_after is null
) as incoming
where {same_key};
