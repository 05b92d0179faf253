-- One row is one row of the upload that is not rejected: added, changed or unchanged.

create or replace temp table compared as
select
    incoming.record,
    (case
        when held.{first} is null then 'added'
        when {differs} then 'changed'
        else 'unchanged'
    end)::enum('added', 'changed', 'unchanged', 'deleted') as status
from incoming
left join {table} as held on {same_key}
where incoming.record not in (select record from problems where not is_warning);
