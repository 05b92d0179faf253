-- ko: 목표일을 가장 오래 넘긴 건의
--     최종 회신 없이 답변 목표일(근무일 14일)이 지난 건의를 오래된 순서로 8건까지 보여 줍니다. 초과일수는 근무일로 셉니다.
-- en: Longest overdue
--     Suggestions past the target day (14 working days) without a final answer, longest first, 8 at most. Days over are working days.
-- without replies ko: 목표일이 지났고 회신 기록이 없는 건의
--     답변 목표일(근무일 14일)이 지났으나 이 자료에 최종 회신 기록이 없는 건의를 오래된 순서로 8건까지 보여 줍니다. 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Past the target day, no reply on record
--     Suggestions past the target day (14 working days) without a final answer in these data, longest first, 8 at most. It does not mean that there was no answer.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, due_on, days_over, all_overdue

select
    chosen.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(chosen.department, '') as department,
    chosen.due_on,
    chosen.days_over,
    count(*) over () as all_overdue
from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
join seen_titles as suggestions using (suggestion_id)
where chosen.state = 'waiting_overdue'
order by
    chosen.days_over desc,
    chosen.place
limit 8;
