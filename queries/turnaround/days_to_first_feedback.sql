-- ko: 첫 회신까지 걸린 근무일
--     접수한 뒤 근무일이 하루씩 지날 때까지 현장 답변, 중간 회신, 최종 회신 중 하나라도 받은 건의의 비율입니다. 계산 방법은 최종 회신과 같습니다.
-- en: Working days to the first feedback
--     The share of suggestions that had any response, on site, interim or final, by each working day since receipt.
--     Counted as for the final answer.
-- without replies ko: 첫 회신까지 걸린 근무일
--     접수한 뒤 근무일이 하루씩 지날 때까지 이 자료에 현장 답변, 중간 회신, 최종 회신 중 하나라도 기록된 건의를 보여 줍니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Working days to the first feedback
--     The suggestions with any response on record in these data, on site, interim or final, by each working day since receipt. Where there is none, there may still have been one.
-- caution ko: 첫 회신은 접수 안내나 현장 답변일 수도 있으므로, 최종 회신을 받았다는 뜻은 아닙니다.
-- caution en: First feedback may be an acknowledgement of receipt or a remark at the meeting; it does not mean a final answer.
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
    where kind = 'first_feedback'
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
