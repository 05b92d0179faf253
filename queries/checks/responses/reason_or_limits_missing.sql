-- ko: 수용이 아닌 최종 회신인데 '{label}' 칸이 비어 있습니다. 그대로 등록할 수 있지만 사유·한계 기재율에 반영됩니다.
-- en: This final answer is not an acceptance and states no '{label}'. It can be uploaded, and counts against the reason rate.
-- level: warning
-- returns record, column_name, value

select
    record,
    unnest(list_filter(
        [case when reason is null then 'reason' end, case when limits is null then 'limits' end],
        lambda name: name is not null
    )) as column_name,
    null as value
from incoming
where kind = 'final' and decision <> 'accepted' and (reason is null or limits is null)
