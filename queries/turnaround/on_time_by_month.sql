-- ko: 접수월별 목표일 내 회신
--     접수월마다 목표일 내 회신, 목표일 후 회신, 회신을 기다리는 건의를 보여 줍니다. 비율은 회신을 마쳤거나 목표일이 지난 건의의 목표일 내 회신율입니다.
-- en: Answers in time by month of receipt
--     For each month of receipt, how many were answered in time, answered late or are still waiting. The rate is what was
--     answered in time of those due: answered, or past the target day.
-- without replies ko: 접수월별 목표일 내 회신 기록
--     접수월마다 목표일 내 회신, 목표일 후 회신, 회신 기록이 없는 건의를 보여 줍니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Answers in time on record by month of receipt
--     For each month of receipt, what has an answer in time, a late one or none on record in these data. Where there is none, there may still have been an answer.
-- caution ko: 끝나지 않은 달과, 목표일 전이고 최종 회신 기록이 없는 건의(기한 중단 포함)가 있는 달은 ‘집계 중’으로 표시합니다. 빨리 회신된 건의가 먼저 집계되므로 실제보다 좋아 보일 수 있습니다.
-- caution en: Months that are not over, or have suggestions before their target day without an answer on record (paused ones included), are marked as still being counted: the quick answers come first, so they look better than they will in the end.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns month, received, is_unfinished, on_time_rate, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused

with counted as (
    select
        month,
        last_day(month) >= $as_of or not bool_and(is_due) as is_unfinished,
        total(suggestions) as received,
        total(if(state = 'answered_in_time', suggestions, 0)) as answered_in_time,
        total(if(state = 'answered_late', suggestions, 0)) as answered_late,
        total(if(state = 'waiting_in_time', suggestions, 0)) as waiting_in_time,
        total(if(state = 'waiting_overdue', suggestions, 0)) as waiting_overdue,
        total(if(state = 'paused', suggestions, 0)) as paused
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer'
    group by month
)
select
    month,
    received,
    is_unfinished,
    on_time_rate(answered_in_time, answered_late, waiting_overdue) as on_time_rate,
    answered_in_time,
    answered_late,
    waiting_in_time,
    waiting_overdue,
    paused
from counted
group by all
order by month;
