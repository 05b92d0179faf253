-- ko: 재검토일이 지난 건의
--     다시 검토하기로 한 날이 지났으나 그 뒤에 회신이 없는 건의입니다. 오래된 것부터 20건까지 보여 줍니다.
-- en: Due for review
--     Suggestions whose review day has passed without a later response, oldest first, 20 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, decision, review_on, days_past, all_listed

with matching as (
    select
        suggestion_id,
        department,
        place,
        decision,
        review_on,
        $as_of - review_on as days_past
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where $as_of > review_on
),
listed as (
    from matching
    order by days_past desc, place
    limit 20
)
select
    listed.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(listed.department, '') as department,
    listed.decision,
    listed.review_on,
    listed.days_past,
    (select count(*) from matching) as all_listed
from listed
join seen_titles as suggestions using (suggestion_id)
order by
    days_past desc,
    listed.place;
