-- One row is one spelling in the upload that is read as another: of spellings that a person takes for the same, the one
-- that most rows of the table would have afterwards, else the one that is there already.

select
    '{column}' as column_name,
    written.spelling as written,
    chosen.spelling as meant,
    written.record,
    written.cells
from (
    select
        {column} as spelling,
        min(file_row_number) as record,
        count(*) as cells
    from {rows}
    where {column} is not null
    group by {column}
) as written
join (
    select
        look_alike(spelling) as look,
        arg_max(spelling, (sum_cells, is_held, spelling)) as spelling
    from (
        select
            spelling,
            sum(cells) as sum_cells,
            bool_or(is_held) as is_held
        from (
            select {column} as spelling, count(*) as cells, true as is_held
            from {table} as held
            where not exists (select 1 from {rows} as staged where {same_key})
            group by {column}
            union all
            select {column} as spelling, count(*) as cells, false as is_held
            from {rows}
            group by {column}
        )
        where spelling is not null
        group by spelling
    )
    group by look
) as chosen on chosen.look = look_alike(written.spelling)
where written.spelling <> chosen.spelling
