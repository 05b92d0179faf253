-- ko: 최종 회신까지 걸린 근무일
--     접수한 뒤 근무일이 하루씩 지날 때까지 최종 회신을 받은 건의의 비율입니다. 남은 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법).
--     절반에 이르는 날은 이렇게 추정한 값입니다. 옅은 띠는 95% 신뢰구간이고, 축의 아랫줄 숫자는 그날까지 회신 없이 남아 있던 건의 수입니다.
-- en: Working days to the final answer
--     The share of suggestions that had their final answer by each working day since receipt. Those left to
--     answer are counted for as long as they have waited (Kaplan-Meier), so the day by which half have it is an estimate. The band is
--     the 95% interval; the lower line of the axis says how many were still without an answer.
-- without replies ko: 최종 회신까지 걸린 근무일
--     접수한 뒤 근무일이 하루씩 지날 때까지 이 자료에 최종 회신 기록이 있는 건의를 보여 줍니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Working days to the final answer
--     The suggestions with a final answer on record in these data by each working day since receipt. Where there is none, there may still have been an answer.
-- caution ko: 답변 목표일(근무일 14일)은 이 현황판에서 정한 날이며, 정식으로 접수된 민원의 법정 처리기한이 아닙니다.
-- caution en: The target of 14 working days is a setting of this dashboard, not the legal period of a petition formally received.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns received, median_turnaround, target_day, day, at_risk, answered, waiting,
--     share_answered, lower_bound, upper_bound

with observed as (
    select '' as name, duration, has_happened, suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer'
)
select
    received,
    median as median_turnaround,
    response_days() as target_day,
    day,
    at_risk,
    answered,
    waiting,
    share_answered,
    lower_bound,
    upper_bound
from kaplan_meier('observed')
order by day;
