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

with counted as (
    select
        unnest(['accepted', 'partly', 'long_term', 'declined', 'transferred']) as decision,
        unnest([total(accepted), total(partly), total(long_term), total(declined), total(transferred)]) as answered,
        unnest(range(5)) as place
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
)
select
    decision,
    answered
from counted
order by place;
