-- ko: 목표일을 가장 오래 넘긴 건의
--     최종 회신 없이 답변 목표일(근무일 14일)이 지난 건의를 오래된 순서로 보여 줍니다. 초과일수는 근무일로 셉니다.
-- en: Longest overdue
--     Suggestions past the target day (14 working days) without a final answer, longest first. Days over are working days.
-- without replies ko: 목표일이 지났고 최종 회신 기록이 없는 건의
--     답변 목표일(근무일 14일)이 지났으나 이 자료에 최종 회신 기록이 없는 건의를 오래된 순서로 보여 줍니다. 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Past the target day, no answer on record
--     Suggestions past the target day (14 working days) without a final answer in these data, longest first. It does not mean that there was no answer.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $ascending    the column to sort by, smallest first; '' for none
-- $descending   the column to sort by, largest first; '' for none
-- $first        how many are left out before the first one shown
-- $size         how many are shown at most
-- returns suggestion_id, title, organization, department, due_on, days_over, all_overdue, number

with matching as (
    select
        suggestion_id,
        row(-days_over, place) as own_order,
        department,
        due_on,
        days_over
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where state = 'waiting_overdue'
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    coalesce(part.department, '') as department,
    part.due_on,
    part.days_over,
    part.all_listed as all_overdue,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
