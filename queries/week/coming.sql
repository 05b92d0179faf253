-- ko: 다음 7일의 예정
--     기준일 다음 날부터 7일 동안 답변 목표일, 완료예정일, 재검토일이 돌아오는 건의입니다. 이른 것부터 보여 줍니다.
-- en: The next seven days
--     Suggestions whose target day, promised day or review day comes in the seven days after the as-of date, the earliest first.
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
-- returns day, change, suggestion_id, title, department, all_coming, number

with days as (
    select
        suggestion_id,
        department,
        place,
        unnest([
            {'day': case when answered_on is null and not is_paused then due_on end, 'change': 'due'},
            {'day': case when promise_state is not null and not is_done(promise_state) then expected_on end, 'change': 'expected'},
            {'day': review_on, 'change': 'review'}
        ], recursive := true)
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
coming as (
    select
        suggestion_id,
        row(day, place, change) as own_order,
        day,
        change,
        department
    from days
    where day between $as_of + 1 and $as_of + 7
)
select
    part.day,
    part.change,
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.all_listed as all_coming,
    part.number
from part_of(coming, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
