-- ko: 분야별 접수 건수
--     모든 분야의 접수 건수를 분야의 순서대로 보여 줍니다. 건의가 없는 분야는 0건입니다.
-- en: Received by category
--     Suggestions received in every category, in the order of the categories. One without suggestions shows 0.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns category, received

select
    categories.category,
    total(chosen.received) as received
from named_categories($as_of) as categories
left join chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen using (category)
group by
    categories.category,
    categories.sort
order by
    categories.sort,
    natural_key(categories.category),
    categories.category;
