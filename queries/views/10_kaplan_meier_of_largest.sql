-- One row is one day of one group, as kaplan_meier(observed) says, for the twelve groups with the most observed.
-- `all_groups` is how many groups there are.

create or replace macro kaplan_meier_of_largest(observed) as table
with placed as (
    select
        *,
        dense_rank() over (order by received desc, natural_key(name), name) as place
    from kaplan_meier(observed)
),
counted as (
    select
        *,
        max(place) over () as all_groups
    from placed
)
select *
from counted
where place <= 12;
