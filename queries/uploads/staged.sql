-- One row is one record of the file; `file_row_number` counts them from 0.

create or replace temp view {rows} as
from read_parquet('{path}', file_row_number = true);
