-- Cells with something in them under a heading that is empty.

select
    file_row_number as record,
    null as column_name,
    unheaded__ as value,
    'unheaded_cell' as code
from {rows}
where unheaded__ is not null
