-- One row is one row of lasting(as_of) that the filters leave, from the table that was made for that day.

create or replace macro durations(as_of) as table
from query_table('clocks.durations_' || strftime(as_of, '%Y%m%d'));

create or replace macro chosen_durations(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as table
select *
from durations(as_of)
where is_chosen(
    series_chosen, sessions_chosen, categories_chosen, departments_chosen, series, session_id, category, department
);
