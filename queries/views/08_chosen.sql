-- One row is one suggestion that the filters leave: as clock(as_of), an empty list leaves all.
-- A suggestion without a department is found under the empty name.

create or replace macro chosen(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as table
select *
from clock(as_of)
where is_chosen(
    series_chosen, sessions_chosen, categories_chosen, departments_chosen, series, session_id, category, department
);
