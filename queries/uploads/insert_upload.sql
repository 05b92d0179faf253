-- Write down who changed the tables, when and how.

insert into uploads
select coalesce(max(upload_id), 0) + 1, $kind, $uploaded_by, $uploaded_at, $undoes
from uploads
returning upload_id;
