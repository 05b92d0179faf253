-- Cells that refer to a row which is not there, but to one that a person takes for the same.

select
    unknown.record,
    '{column}' as column_name,
    unknown.written as value,
    'look_alike_reference' as code,
    min(held.{column}) as hint
from (
    select
        file_row_number as record,
        {column} as written,
        look_alike({column}) as look
    from {rows}
    where {column} is not null and {column} not in (select {column} from {parent})
) as unknown
join {parent} as held on look_alike(held.{column}) = unknown.look
group by unknown.record, unknown.written
