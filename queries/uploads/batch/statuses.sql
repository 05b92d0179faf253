-- What becomes of the rows of an upload that are not as they were, the first ones in the order of the file.

select
    record,
    status::varchar
from compared
where status <> 'unchanged'
union all
select distinct
    record,
    'rejected'
from problems
where not is_warning
order by record
limit $most;
