-- Cells of a column with a list whose word is not in it.

select
    staged.rowid as record,
    '{column}' as column_name,
    staged.{column} as value,
    '{code}' as code
from {rows} as staged
where staged.{column} is not null
    and folded(staged.{column}) not in (select word from known_words where column_name = '{column}')
