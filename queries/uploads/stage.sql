-- The records of a file, in its order: `rowid` is the number of the record. Nothing is guessed, padded or skipped.

create or replace temp table {rows} as
select
    {values}
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
    columns = {{{cells}}}
);
