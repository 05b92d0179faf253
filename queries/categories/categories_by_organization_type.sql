-- ko: 기관 구분별 건의
--     어떤 기관이 건의했는지 기관 구분별 접수 건수로 보여 줍니다. 기관 구분이 적히지 않은 건의는 따로 셉니다.
-- en: Suggestions by kind of organisation
--     Who asked, by suggestions received. Those whose kind of organisation is not recorded are counted on their own.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns organization_type, received, organizations

select
    organization_type,
    count(*) as received,
    count(distinct organization) as organizations
from chosen($as_of, $series, $sessions, $categories, $departments)
group by organization_type
order by
    received desc,
    natural_key(organization_type),
    organization_type;
