-- Cells that cannot be read as what their column holds.

select
    staged.file_row_number as record,
    '{column}' as column_name,
    staged.{column}__unread as value,
    {code} as code
from {rows} as staged
where staged.{column}__unread is not null
