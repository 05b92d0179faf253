-- The rule of dashboard/uploads/formulas.py, for whole columns.

create or replace temp macro inert(cell) as
    case when regexp_matches(cell, '^''*[=+\-@\t\r]') then concat('''', cell) else cell end;
