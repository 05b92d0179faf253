-- Of how many rows of each table an upload wrote values down, and of how many only the key.

select
    table_name,
    count(*) filter (row_before is not null or row_after is not null),
    count(*) filter (row_before is null and row_after is null)
from changes
where upload_id = $upload_id
group by table_name
order by table_name;
