-- Write down every row that the upload is about to add.

insert into changes
select
    $upload_id,
    '{table}',
    to_json([{key}]),
    null,
    to_json({{{after}}})
from incoming
where record in (select record from compared where status = 'added');
