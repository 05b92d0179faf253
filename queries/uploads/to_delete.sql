-- One row is one row of the upload that is not rejected: all of them are deleted.

create or replace temp table compared as
select
    record,
    'deleted'::enum('added', 'changed', 'unchanged', 'deleted') as status
from incoming
where record not in (select record from problems where not is_warning);
