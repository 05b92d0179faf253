-- How many rows a table has, and how many changes of it an upload wrote down.

select
    (select count(*) from {table}),
    (select count(*) from changes where upload_id = $upload_id and table_name = '{table}');
