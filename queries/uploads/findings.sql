-- What the reader of a workbook saw in single cells, as one set.

select
    unnest($records::bigint[]) as record,
    unnest($columns::varchar[]) as column_name,
    nullif(unnest($found::varchar[]), '') as value,
    unnest($codes::varchar[]) as code,
    unnest($warnings::boolean[]) as is_warning
