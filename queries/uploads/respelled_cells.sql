-- Spellings of the upload that were read as another one: once each, with how many cells.

select
    record,
    column_name,
    written as value,
    'spelled_otherwise' as code,
    true as is_warning,
    meant as hint,
    cells
from spellings
