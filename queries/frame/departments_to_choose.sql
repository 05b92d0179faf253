-- ko: 고를 수 있는 담당부서
--     조건에서 고를 수 있는 담당부서입니다. 빈 이름은 담당부서가 아직 정해지지 않은 건의를 뜻합니다.
-- en: Departments to choose from
--     The departments that the filters offer. The empty name stands for suggestions without one yet.
--
-- returns department

select department
from (select distinct coalesce(shown_name(department), '') as department from suggestions)
order by
    department = '',
    natural_key(department),
    department;
