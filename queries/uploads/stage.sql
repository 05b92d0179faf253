-- The records of a file, cell by cell in the types of their table, in the order of the file: nothing is guessed, padded
-- or skipped. One step a selection, since each step's cells are used several times in the next.

copy (
    with records as (
        from read_csv(
            '{records}',
            auto_detect = false,
            header = false,
            delim = '{delimiter}',
            quote = '"',
            escape = '"',
            new_line = '\n',
            strict_mode = true,
            null_padding = false,
            columns = {{{types}}}
        )
    ),
    trimmed_cells as (
        select
            {trimmed},
            {bytes} as bytes__
        from records
    ),
    texts as (
        select
            {texts},
            bytes__
        from trimmed_cells
    ),
    typed as (
        select
            {values},
            {unheaded} as unheaded__,
            {any} is null as is_blank__,
            bytes__
        from texts
    )
    select
        * {replaced}
    from typed
) to '{rows}' (format parquet);
