-- Whether filters leave something of a meeting, its series, a category and a department: an empty list leaves all.
-- What has no department is found under the empty name.

create or replace macro is_chosen(
    series_chosen, sessions_chosen, categories_chosen, departments_chosen, series, session_id, category, department
) as
    (len(series_chosen) = 0 or list_contains(series_chosen, series))
    and (len(sessions_chosen) = 0 or list_contains(sessions_chosen, session_id))
    and (len(categories_chosen) = 0 or list_contains(categories_chosen, category))
    and (len(departments_chosen) = 0 or list_contains(departments_chosen, coalesce(department, '')));
