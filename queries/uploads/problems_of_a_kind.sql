-- What is wrong, in the order of the file, so many of each kind; with how many of that kind there are.

select
    record,
    column_name,
    value,
    code,
    others,
    hint,
    cells,
    of_a_kind
from (
    select
        *,
        row_number() over (partition by code, column_name order by record) as place,
        count(*) over (partition by code, column_name) as of_a_kind
    from problems
    where is_warning = $is_warning and not (code = 'unknown_category' and $without_categories)
)
where place <= $most
order by record, column_name, code;
