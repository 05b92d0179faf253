-- Write down every row that the upload is about to change, before and after.

insert into changes
select
    $upload_id,
    '{table}',
    to_json([{key}]),
    case when compared.status = 'changed' then to_json({{{before}}}) end,
    to_json({{{after}}})
from incoming
join compared using (record)
left join {table} as held on {same_key}
where compared.status <> 'unchanged';
