-- How many rows of the upload there are of each kind, and how many in all.

select
    count(*) filter (status = 'added'),
    count(*) filter (status = 'changed'),
    count(*) filter (status = 'unchanged'),
    count(*) filter (status = 'deleted'),
    (select count(distinct record) from problems where not is_warning),
    (select count(*) from problems where not is_warning),
    (select count(*) from problems where is_warning),
    (select count(*) from {rows} where not is_blank__)
from compared;
