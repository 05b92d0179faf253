-- ko: 사유 또는 한계가 적히지 않은 회신
--     가장 최근의 최종 처리결과가 ‘수용’이 아닌데 사유나 한계가 적혀 있지 않은 건의입니다. 오래된 회신부터 보여 줍니다.
-- en: Answers without reason or limits
--     Suggestions whose latest final answer is not “accepted” and does not state both reason and limits, oldest first.
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
-- returns suggestion_id, title, department, decision, answered_on, all_missing, number

with matching as (
    select
        suggestion_id,
        row(answered_on, place) as own_order,
        department,
        decision,
        answered_on
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where decision <> 'accepted'
        and not states_reason
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.decision,
    part.answered_on,
    part.all_listed as all_missing,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
