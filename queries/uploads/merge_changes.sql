-- Write the rows that the recorded changes of an upload add to a table or change in it.

merge into {table} as held
using (
    select unnest(json_transform_strict(row_after, '{{{structure}}}'))
    from changes
    where upload_id = $upload_id and table_name = '{table}' and row_after is not null
) as incoming
on {same_key}
when matched then update set {updates}
when not matched then insert ({columns}) values ({values});
