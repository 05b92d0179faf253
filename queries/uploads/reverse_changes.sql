-- The changes of an upload, run backwards.

insert into changes
select
    $upload_id,
    table_name,
    row_key,
    row_after,
    row_before
from changes
where upload_id = $undoes;
