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

with suggestions_chosen as not materialized (
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
answers as (
    select
        '' as name,
        coalesce(turnaround, waited_days) as duration,
        answered_on is not null as has_happened
    from suggestions_chosen
),
feedback as (
    select
        '' as name,
        coalesce(first_feedback_days, waited_days) as duration,
        first_feedback_on is not null as has_happened
    from suggestions_chosen
)
select
    count(*) as received,
    count(first_feedback_on) as with_feedback,
    count(answered_on) as answered,
    count(*) filter (state = 'answered_in_time') as answered_in_time,
    count(*) filter (state = 'answered_late') as answered_late,
    count(*) filter (state = 'waiting_in_time') as waiting_in_time,
    count(*) filter (state = 'waiting_overdue') as waiting_overdue,
    count(*) filter (state = 'paused') as paused,
    count(*) filter (state = 'paused' and is_past_due) as paused_past_due,
    count(*) filter (decision in ('accepted', 'partly')) as adopted,
    count(*) filter (decision <> 'accepted') as not_accepted,
    count(*) filter (decision <> 'accepted' and states_reason) as with_reason,
    feedback_rate(first_feedback_on) as feedback_rate,
    answer_rate(answered_on) as answer_rate,
    on_time_rate(state) as on_time_rate,
    reason_rate(decision, states_reason) as reason_rate,
    adoption_rate(decision) as adoption_rate,
    median_turnaround('answers') as median_turnaround,
    p90_turnaround('answers') as p90_turnaround,
    median_first_feedback('feedback') as median_first_feedback,
    p90_first_feedback('feedback') as p90_first_feedback
from suggestions_chosen;
