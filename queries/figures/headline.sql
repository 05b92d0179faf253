-- ko: 주요 지표
--     고른 조건에서 접수, 회신, 기한에 관한 숫자를 한 줄로 보여 줍니다. 다섯 상태(목표일 내 회신, 목표일 후 회신, 목표일 전 대기, 목표일 초과, 기한 중단)를 더하면 접수 건수입니다.
-- en: Headline figures
--     Everything counted about receipt, answers and time for the filters chosen. The five states (answered in time, answered late, not yet due, overdue, paused) add up to all received.
-- without replies ko: 주요 지표
--     고른 조건에서 접수, 회신, 기한에 관한 숫자를 한 줄로 보여 줍니다. 다섯 상태(목표일 내 회신, 목표일 후 회신, 목표일 전 대기, 회신 기록 없음, 기한 중단)를 더하면 접수 건수입니다.
-- without replies en: Headline figures
--     Everything counted about receipt, answers and time for the filters chosen. The five states (answered in time, answered late, not yet due, no answer on record, paused) add up to all received.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns received, with_feedback, answered, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused, paused_past_due,
--     adopted, not_accepted, with_reason, feedback_rate, answer_rate, on_time_rate, reason_rate, adoption_rate,
--     median_turnaround, p90_turnaround, median_first_feedback, p90_first_feedback

with counted as (
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
),
lasted as materialized (
    select kind, duration, has_happened, total(suggestions) as suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind in ('answer', 'first_feedback')
    group by all
),
answers as (
    select '' as name, * from lasted where kind = 'answer'
),
feedback as (
    select '' as name, * from lasted where kind = 'first_feedback'
)
select
    total(received) as received,
    total(with_feedback) as with_feedback,
    total(answered) as answered,
    total(answered_in_time) as answered_in_time,
    total(answered_late) as answered_late,
    total(waiting_in_time) as waiting_in_time,
    total(waiting_overdue) as waiting_overdue,
    total(paused) as paused,
    total(paused_past_due) as paused_past_due,
    total(accepted + partly) as adopted,
    total(answered - accepted) as not_accepted,
    total(with_reason) as with_reason,
    feedback_rate(with_feedback, received) as feedback_rate,
    answer_rate(answered, received) as answer_rate,
    on_time_rate(answered_in_time, answered_late, waiting_overdue) as on_time_rate,
    reason_rate(with_reason, answered, accepted) as reason_rate,
    adoption_rate(accepted, partly, answered) as adoption_rate,
    median_turnaround('answers') as median_turnaround,
    p90_turnaround('answers') as p90_turnaround,
    median_first_feedback('feedback') as median_first_feedback,
    p90_first_feedback('feedback') as p90_first_feedback
from counted;
