-- Uploads behind rows of a table that refer to a row which is not there: the last one that wrote the referring row,
-- or, when that is the one at hand, the one before it that touched what is referred to; 0 when none is recorded.

with orphans as (
    select
        to_json([{child_key}])::varchar as child_row,
        to_json([child.{column}])::varchar as parent_row
    from {child} as child
    where child.{column} is not null
        and child.{column} not in (select {parent_key} from {parent})
),
touched as (
    select
        orphans.child_row,
        max(changes.upload_id) filter (changes.table_name = '{child}') as child_upload,
        max(changes.upload_id) filter (
            changes.table_name = '{parent}' and changes.upload_id <> $upload_id
        ) as parent_upload
    from orphans
    left join changes
        on (changes.table_name = '{child}' and changes.row_key = orphans.child_row)
        or (changes.table_name = '{parent}' and changes.row_key = orphans.parent_row)
    group by orphans.child_row
)
select distinct coalesce(nullif(child_upload, $upload_id), parent_upload, 0) as upload_id
from touched
order by upload_id;
