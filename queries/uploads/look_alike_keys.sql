-- New keys that a person takes for one which is there already, or for another new one of the same upload.

with new_keys as (
    select
        record,
        {key} as written,
        look_alike({key}) as look
    from incoming
    where {key} is not null and {key} not in (select {key} from {table})
),
held as (
    select
        look_alike({key}) as look,
        min({key}) as written
    from {table}
    group by look
),
together as (
    select
        look,
        min(written) as lowest,
        max(written) as highest
    from new_keys
    group by look
    having min(written) <> max(written)
)
select
    new_keys.record,
    '{key}' as column_name,
    new_keys.written as value,
    case when held.look is null then 'look_alike_in_file' else 'look_alike_key' end as code,
    coalesce(held.written, case when new_keys.written = lowest then highest else lowest end) as hint
from new_keys
left join held using (look)
left join together using (look)
where held.look is not null or together.look is not null
