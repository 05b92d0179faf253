-- As rows_contradicted.sql for the replies and reports of an office's sheet, which holds one for each suggestion: another
-- file of the upload may have brought another to the same suggestion.

select
    incoming.record,
    coalesce(to_json({{{here}}})::varchar = changes.row_before::varchar, false),
    written_by.file,
    {{{here}}},
    {{{there}}}
from compared
join incoming using (record)
join {table} as held
    on ({same_key}) or (compared.status = 'added' and held.suggestion_id = incoming.suggestion_id)
join written_by
    on written_by.table_name = '{table}'
    and written_by.row_key = to_json([held.{id}])::varchar
join changes
    on changes.upload_id = $upload_id
    and changes.table_name = written_by.table_name
    and changes.row_key = written_by.row_key
where compared.status <> 'unchanged'
order by incoming.record;
