-- The rejected rows as they stood in the file, each as a line of CSV.

create or replace temp table rejected as
with records as (
    select
        row_number() over () - 1 as record,
        *
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
)
select
    record,
    concat_ws(',', {cells}) as line
from records
where record in (select record from kinds_of_records);
