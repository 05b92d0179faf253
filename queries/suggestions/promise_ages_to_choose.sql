-- ko: 약속 경과 기간 구간
--     목록을 좁힐 때 고를 수 있는 구간입니다. 약속(수용·일부 수용 회신)이 있는 자료에서만 고를 수 있습니다.
-- en: Ages of promises to choose from
--     The bands by which the list can be narrowed; offered only where there are promises at all.
--
-- returns from_month, to_month, promises

select
    from_month,
    to_month,
    (
        select count(distinct suggestion_id)
        from responses
        where decision in ('accepted', 'partly')
    ) as promises
from promise_ages()
order by from_month;
