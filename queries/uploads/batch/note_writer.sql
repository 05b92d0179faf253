-- Every row of the table that the upload has written and that no file is noted for yet.

insert into written_by
select
    table_name,
    row_key,
    $file
from changes
where upload_id = $upload_id
    and table_name = $table
    and row_key not in (select row_key from written_by where table_name = $table);
