-- How many rows of each table an upload touched.

select
    table_name,
    count(*) filter (row_before is null),
    count(*) filter (row_before is not null and row_after is not null),
    count(*) filter (row_after is null)
from changes
where upload_id = $upload_id
group by table_name
order by table_name;
