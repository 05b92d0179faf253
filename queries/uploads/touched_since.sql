-- Rows of the upload that were changed after the preview, with the last upload that did.

select
    row_key,
    max(upload_id)
from changes
where upload_id > $base
    and table_name = '{table}'
    and row_key in (select to_json([{key}]) from incoming)
group by row_key
order by row_key;
