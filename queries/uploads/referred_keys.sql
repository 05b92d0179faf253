-- Rows to be deleted that other rows refer to.

select
    incoming.record,
    '{key}' as column_name,
    incoming.{key} as value,
    'still_referred' as code
from incoming
where incoming.{key} in (select {column} from {child})
