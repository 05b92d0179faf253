-- ko: 최근 7일의 변경
--     기준일까지 7일 동안의 접수, 회신, 추진상황 보고, 이행 확인입니다. 최근 것부터 보여 줍니다.
-- en: The last seven days
--     What was received, answered, reported on and confirmed in the seven days up to the as-of date, newest first.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $ascending    the column to sort by, smallest first; '' for none
-- $descending   the column to sort by, largest first; '' for none
-- $first        how many are left out before the first one shown
-- $size         how many are shown at most
-- returns day, change, suggestion_id, title, department, decision, progress, all_changes, all_kinds, number

with changed as (
    select
        happenings.suggestion_id,
        row(-(happenings.day - date '2000-01-01'), chosen.place, happenings.happening) as own_order,
        happenings.day,
        happenings.change,
        chosen.department,
        happenings.decision,
        happenings.progress
    from happenings($as_of, $as_of - 6) as happenings
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
)
select
    part.day,
    part.change,
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.decision,
    part.progress,
    part.all_listed as all_changes,
    (select list_sort(list(distinct changed.change)) from changed) as all_kinds,
    part.number
from part_of(changed, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
