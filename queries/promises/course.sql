-- ko: 접수에서 이행 확인까지
--     접수된 건의가 회신, 약속(수용·일부 수용), 완료 보고, 이행 확인의 단계를 얼마나 거쳤는지와, 단계마다 어떤 까닭으로 줄었는지 보여 줍니다.
-- en: From receipt to confirmation
--     How many of the suggestions received were answered, promised (accepted wholly or partly), reported as done and confirmed, and what was lost at each step.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns place, step, is_loss, suggestions

with counted as (
    select
        total(received) as received,
        total(received - answered) as waiting,
        total(answered) as answered,
        total(declined) as declined,
        total(long_term) as long_term,
        total(transferred) as transferred,
        total(promises) as promised,
        total(not_reported) as not_reported,
        total(planned) as planned,
        total(in_progress) as in_progress,
        total(stopped) as stopped,
        total(done_reported + done_confirmed) as done,
        total(done_reported) as done_reported,
        total(done_confirmed) as done_confirmed
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
),
steps as (
    unpivot counted
    on columns(*)
    into name step value suggestions
)
select
    course_steps.place,
    course_steps.step,
    course_steps.is_loss,
    steps.suggestions
from course_steps() as course_steps
join steps using (step)
order by course_steps.place;
