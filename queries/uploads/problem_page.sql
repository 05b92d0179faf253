-- One page of what is wrong, in the order of the file.

select
    record,
    column_name,
    value,
    code,
    others,
    hint,
    cells
from problems
where is_warning = $is_warning
order by record, column_name, code
limit $limit
offset $offset;
