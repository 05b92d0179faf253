-- Cells that refer to a row which is not there, but to one that a person takes for the same.

select
    unknown.record,
    '{column}' as column_name,
    unknown.written as value,
    'look_alike_reference' as code,
    min(held.{key}) as hint
from (
    select
        file_row_number as record,
        {column} as written,
        look_alike({column}) as look
    from {rows}
    where {column} is not null and {column} not in (select {key} from {parent})
) as unknown
join {parent} as held on look_alike(held.{key}) = unknown.look
group by unknown.record, unknown.written
