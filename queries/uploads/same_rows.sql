-- Which of some uploads touched rows that this one touched too.

select distinct upload_id
from changes
where list_contains($uploads::integer[], upload_id)
    and (table_name, row_key) in (select (table_name, row_key) from changes where upload_id = $upload_id)
order by upload_id;
