-- One row is one recorded change of a row that belongs, or belonged, to a suggestion, before and after. A row that was added
-- was not written down: what it held is what the next change of it found, or else what its table holds.

-- The id is looked for as it stands in JSON before any is read: there may be a million.
create or replace macro changes_about(asked_id) as table
    with written as (
        select table_name, row_key from rows_of_suggestion(asked_id)
        union
        select table_name, row_key
        from changes
        where contains(row_after::varchar, to_json(asked_id)::varchar)
            or contains(row_before::varchar, to_json(asked_id)::varchar)
    )
    select
        changes.* replace (
            case
                when row_before is null and row_after is null then coalesce(
                    lead(row_before) over (partition by table_name, row_key order by upload_id),
                    row_now
                )
                else row_after
            end as row_after
        )
    from changes
    semi join written using (table_name, row_key)
    left join rows_of_suggestion(asked_id) using (table_name, row_key);
