-- One row is one suggestion that the filters leave: as clock(as_of), an empty list leaves all.
-- A suggestion without a department is found under the empty name.

create or replace macro chosen(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as table
select *
from clock(as_of)
where (len(series_chosen) = 0 or list_contains(series_chosen, series))
    and (len(sessions_chosen) = 0 or list_contains(sessions_chosen, session_id))
    and (len(categories_chosen) = 0 or list_contains(categories_chosen, category))
    and (len(departments_chosen) = 0 or list_contains(departments_chosen, coalesce(department, '')));
