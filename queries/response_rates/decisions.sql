-- ko: 처리결과
--     최종 회신을 받은 건의를 가장 최근의 처리결과별로 셉니다. 회신이 정정되었으면 마지막 결과만 셉니다.
-- en: Decisions made
--     Suggestions with a final answer by their latest decision. Where an answer was corrected, only the last one counts.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns decision, answered

select
    decisions.decision,
    count(chosen.suggestion_id) as answered
from (
    select
        unnest(['accepted', 'partly', 'long_term', 'declined', 'transferred']) as decision,
        unnest(range(5)) as sort
) as decisions
left join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (decision)
group by decisions.decision, decisions.sort
order by decisions.sort;
