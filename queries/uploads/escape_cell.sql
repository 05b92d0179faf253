-- How a cell of an upload is written out again: a formula made harmless so that what is read from it stays the same (a cell that
-- begins with an apostrophe is left as it is), in quotes where CSV needs them.

create or replace temp macro in_quotes(cell) as
    case when regexp_matches(cell, '[",\r\n]') then concat('"', replace(cell, '"', '""'), '"') else cell end;

create or replace temp macro escape_cell(cell) as
    in_quotes(case when regexp_matches(cell, '^[=+\-@\t\r]') then concat('''', cell) else coalesce(cell, '') end);
