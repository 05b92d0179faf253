-- ko: 고를 수 있는 기관 구분
--     목록에서 고를 수 있는 기관 구분입니다. 빈 이름은 기관 구분이 적히지 않은 건의를 뜻합니다.
-- en: Kinds of organisation to choose from
--     The kinds of organisation that the list offers. The empty name stands for those not recorded.
--
-- returns organization_type

select organization_type
from (select distinct coalesce(shown_name(organization_type), '') as organization_type from suggestions)
order by
    organization_type = '',
    natural_key(organization_type),
    organization_type;
