-- Write down the key of every row that the upload is about to add: its values stand in the table from then on.

insert into changes
select
    $upload_id,
    '{table}',
    to_json([{key}]),
    null,
    null
from incoming
where record in (select record from compared where status = 'added');
