-- ko: 사유 또는 한계가 적히지 않은 회신
--     가장 최근의 최종 처리결과가 ‘수용’이 아닌데 사유나 한계가 적혀 있지 않은 건의입니다. 오래된 회신부터 20건까지 보여 줍니다.
-- en: Answers without reason or limits
--     Suggestions whose latest final answer is not "accepted" and does not state both reason and limits, oldest first, 20 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, decision, answered_on, all_missing

select
    chosen.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(chosen.department, '') as department,
    chosen.decision,
    chosen.answered_on,
    count(*) over () as all_missing
from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
join seen_titles as suggestions using (suggestion_id)
where chosen.decision <> 'accepted'
    and not chosen.states_reason
order by
    chosen.answered_on,
    chosen.place
limit 20;
