-- ko: 재검토일이 지난 건의
--     다시 검토하기로 한 날이 지났으나 그날부터 회신이 없고 그전에도 새 최종 회신이 없는 건의입니다. 오래된 것부터 보여 줍니다.
-- en: Due for review
--     Suggestions whose review day has passed without a response on or after it and without a new final answer, oldest first.
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
-- returns suggestion_id, title, department, decision, review_on, days_past, all_listed, number

with matching as (
    select
        suggestion_id,
        row(review_on, place) as own_order,
        department,
        decision,
        review_on,
        $as_of - review_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where $as_of > review_on
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(part.department, '') as department,
    part.decision,
    part.review_on,
    part.days_past,
    part.all_listed,
    part.number
from part_of(matching, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
