-- One row is one problem, of a cell or of a row: read where they stand, since there may be millions.

create or replace temp view problems as
from cell_problems
union all by name
from row_problems;
