-- ko: 다음에 회신할 건의
--     최종 회신을 기다리는 건의 가운데 답변 목표일이 남은 것을 목표일이 가까운 순서로 5건까지 보여 줍니다.
-- en: What is due next
--     Suggestions that wait for a final answer and whose target day has not passed, nearest first, 5 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, due_on, all_waiting, due_first

select
    chosen.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(chosen.department, '') as department,
    chosen.due_on,
    chosen.all_waiting,
    chosen.due_first
from (
    select
        *,
        count(*) over () as all_waiting,
        count(*) over (partition by due_on) as due_first
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where state = 'waiting_in_time'
    order by
        due_on,
        place
    limit 5
) as chosen
join seen_titles as suggestions using (suggestion_id)
order by
    chosen.due_on,
    chosen.place;
