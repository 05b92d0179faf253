-- Rows that would stand in the table without a value that it needs; cells that could not be read are named already.

select
    incoming.record,
    '{column}' as column_name,
    null as value,
    'empty_cell' as code
from incoming
where incoming.{column} is null
    and not exists (
        select 1
        from cell_problems
        where cell_problems.record = incoming.record and cell_problems.column_name = '{column}'
    )
