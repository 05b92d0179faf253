-- One row is one row of the upload as the table would hold it: a column that the file lacks keeps its value.

create or replace temp view incoming as
select
    staged.file_row_number as record,
    {values}
from {rows} as staged
{held}
where not staged.is_blank__;
