-- The records of a file, in its order: `rowid` is the number of the record. Nothing is guessed, padded or skipped.
-- One step a selection: each step's cells are used several times in the next.

create or replace temp table {rows} as
with records as (
    from read_csv(
        '{path}',
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
    * {unread}
from typed;
