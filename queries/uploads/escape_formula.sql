-- The rule of dashboard/uploads/write/escape_formula.py, for whole columns.

create or replace temp macro escape_formula(cell) as
    case when regexp_matches(cell, '^''*[=+\-@\t\r]') then concat('''', cell) else cell end;
