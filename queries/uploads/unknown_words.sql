-- Cells of a column with a list whose word is not in it.

select
    staged.file_row_number as record,
    '{column}' as column_name,
    staged.{column} as value,
    '{code}' as code
from {rows} as staged
where staged.{column} is not null and {word} is null
