-- Columns in whose cells something was taken away that nobody sees: once each, with how many cells.

select
    min(record) as record,
    column_name,
    'invisible_removed' as code,
    true as is_warning,
    count(*) as cells
from (
    select
        file_row_number as record,
        unnest(odd__) as column_name
    from {rows}
)
group by column_name
