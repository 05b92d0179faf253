-- The changes of an upload whose values were written down, run backwards.

insert into changes
select
    $upload_id,
    table_name,
    row_key,
    row_after,
    row_before
from changes
where upload_id = $undoes and (row_before is not null or row_after is not null);
