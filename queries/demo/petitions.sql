-- ko: 건의 문안
--     문안 하나가 한 줄. 담당부서의 빠르기가 함께 있습니다.
-- en: Wordings of suggestions
--     One wording a row, with the pace of the department that would answer it.
--
-- $petitions    category, department, title, slots, situations, requests and action
-- $departments  department and its pace in days
-- returns nothing

create or replace temp table demo_petitions as
with petitions as (
    select
        unnest($petitions, max_depth := 2),
        unnest(range(len($petitions))) as petition
), departments as (
    select unnest($departments, max_depth := 2)
)
select
    petitions.*,
    departments.pace,
    row_number() over (partition by petitions.category order by petitions.petition) - 1 as place,
    count(*) over (partition by petitions.category) as choices
from petitions
join departments using (department)
order by petition;
