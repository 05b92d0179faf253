-- Write down every row that the upload is about to delete.

insert into changes
select
    $upload_id,
    '{table}',
    to_json([{key}]),
    to_json({{{before}}}),
    null
from incoming
join {table} as held on {same_key}
where incoming.record in (select record from compared where status = 'deleted');
