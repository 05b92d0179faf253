-- One row is one row of this part that another file of the same upload wrote otherwise: the record, whether it is as it
-- was before the upload, the other file, the row here, the row there. {or_another} widens what the same row is.

select
    incoming.record,
    coalesce(to_json({{{here}}})::varchar = changes.row_before::varchar, false),
    written_by.file,
    {{{here}}},
    {{{there}}}
from compared
join incoming using (record)
join {table} as held on ({same_key}) {or_another}
join written_by on written_by.table_name = '{table}' and written_by.row_key = to_json([{key}])::varchar
join changes
    on changes.upload_id = $upload_id
    and changes.table_name = written_by.table_name
    and changes.row_key = written_by.row_key
where compared.status <> 'unchanged'
order by incoming.record;
