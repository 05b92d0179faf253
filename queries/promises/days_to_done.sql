-- ko: 이행 소요일수
--     첫 최종 회신 뒤 하루씩 지날 때까지 완료가 보고된 약속의 비율입니다(휴일 포함). 아직 마치지 않은 약속도 기준일까지 함께 셉니다(카플란-마이어 방법). 옅은 띠는 95% 신뢰구간입니다.
-- en: Days to done
--     The share of promises reported as done by each calendar day since the first final answer. Those not done yet are counted up to the as-of date (Kaplan-Meier). The band is the 95% interval.
-- without replies ko: 이행 소요일수
--     이 자료에 기록된 약속 가운데 첫 최종 회신 뒤 하루씩 지날 때까지 완료가 보고된 것을 보여 줍니다. 기록이 없다고 해서 이행되지 않았다는 뜻은 아닙니다.
-- without replies en: Days to done
--     Of the promises on record in these data, those reported as done by each calendar day since the first final answer. Where there is no report, it may still have been done.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns promises, median_days_to_done, day, at_risk, done, open, share_done, lower_bound, upper_bound

with observed as (
    select '' as name, duration, has_happened, suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'done'
)
select
    received as promises,
    median as median_days_to_done,
    day,
    at_risk,
    answered as done,
    waiting as open,
    share_answered as share_done,
    lower_bound,
    upper_bound
from kaplan_meier('observed')
order by day;
