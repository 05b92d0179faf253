-- ko: 목표일을 넘긴 건의
--     최종 회신 없이 답변 목표일이 지난 건의를 오래된 순서로 20건까지, 담당부서와 마지막 중간 회신일과 함께 보여 줍니다.
-- en: Overdue suggestions
--     Suggestions past the target day without a final answer, longest first, 20 at most, with department and last interim reply.
-- without replies ko: 목표일이 지났고 회신 기록이 없는 건의
--     답변 목표일이 지났으나 이 자료에 최종 회신 기록이 없는 건의를 오래된 순서로 20건까지 보여 줍니다. 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Past the target day, no reply on record
--     Suggestions past the target day without a final answer in these data, longest first, 20 at most. It does not mean that there was no answer.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, due_on, days_over, last_interim_on, all_overdue

select
    chosen.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(chosen.department, '') as department,
    chosen.due_on,
    chosen.days_over,
    chosen.last_interim_on,
    chosen.all_overdue
from (
    select
        *,
        count(*) over () as all_overdue
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where state = 'waiting_overdue'
    order by
        days_over desc,
        place
    limit 20
) as chosen
join seen_titles as suggestions using (suggestion_id)
order by
    chosen.days_over desc,
    chosen.place;
