-- ko: 진척이 없는 약속
--     마치지도 중단하지도 않았는데 약속하거나 마지막으로 보고한 뒤 90일(설정값) 이상 추진상황이 보고되지 않은 약속입니다. 오래된 것부터 보여 줍니다.
-- en: Stalled promises
--     Promises neither done nor stopped on which nothing was reported for 90 days (a setting) or more, oldest first.
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
-- returns suggestion_id, title, department, promise_state, last_report_on, days_still, all_listed, number

with matching as (
    select
        suggestion_id,
        row(greatest(promised_on, last_report_on), place) as own_order,
        department,
        promise_state,
        last_report_on,
        $as_of - greatest(promised_on, last_report_on) as days_still
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where is_stalled(promise_state, promised_on, last_report_on, $as_of)
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.promise_state,
    part.last_report_on,
    part.days_still,
    part.all_listed,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
