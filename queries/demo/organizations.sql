-- ko: 가상 기관
--     이름은 앞말, 가운뎃말, 끝말을 겹치지 않게 이어 짓습니다. 모두 쓰고 나면 뒤에 번호가 붙습니다.
-- en: Invented organisations
--     A name is front, middle and end, never the same twice; once all are used a number follows.
--
-- $organizations       how many
-- $organization_types  type, weight, roles and ends of names
-- $fronts              first parts of names, which show that they are invented
-- $middles             middle parts of names, the first one empty
-- $seed                which of the possible worlds
-- returns nothing

create or replace temp table demo_organizations as
with types as (
    select unnest($organization_types, max_depth := 2)
), ballots as (
    select list(organization_type order by organization_type) as entries
    from types, range(weight)
), typed as (
    select
        organization,
        entries[1 + demo_dice(len(entries), organization, $seed, 'type')] as organization_type
    from range($organizations) as organizations(organization), ballots
), numbered as (
    select
        *,
        row_number() over (partition by organization_type order by organization) - 1 as place,
        len($fronts) * len(ends) as short_names,
        (place * 7919 + demo_dice(1000, 0, $seed, 'names')) % short_names as short_name,
        place // short_names as longer
    from typed
    join types using (organization_type)
)
select
    organization as number,
    organization_type,
    roles,
    concat($fronts[1 + short_name % len($fronts)], $middles[1 + longer % len($middles)])
    || ends[1 + short_name // len($fronts)]
    || case when longer >= len($middles) then ' ' || (longer // len($middles) + 1) else '' end as organization
from numbered
order by number;
