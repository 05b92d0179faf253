-- ko: 최근 7일의 변경
--     기준일까지 7일 동안의 접수, 회신, 추진상황 보고, 이행 확인입니다. 최근 것부터 100건까지 보여 줍니다.
-- en: The last seven days
--     What was received, answered, reported on and confirmed in the seven days up to the day looked at, newest first, 100 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns day, change, suggestion_id, title, department, decision, progress, all_changes

with changed as (
    select
        happenings.day,
        happenings.change,
        happenings.suggestion_id,
        chosen.department,
        chosen.place,
        happenings.decision,
        happenings.progress,
        count(*) over () as all_changes
    from happenings($as_of, $as_of - 6) as happenings
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
    order by
        happenings.day desc,
        chosen.place,
        happenings.happening
    limit 100
)
select
    changed.day,
    changed.change,
    changed.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(changed.department, '') as department,
    changed.decision,
    changed.progress,
    changed.all_changes
from changed
join seen_titles as suggestions using (suggestion_id)
order by
    changed.day desc,
    changed.place,
    changed.change;
