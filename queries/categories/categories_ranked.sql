-- ko: 분야별 건의
--     무엇을 가장 많이 건의했는지 분야별 접수 건수로 보여 줍니다. 건의 하나는 한 분야에만 들어갑니다.
-- en: Suggestions by category
--     What was asked for most, by suggestions received. Each suggestion has exactly one category.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns category, label_en, received

select
    categories.category,
    categories.label_en,
    total(chosen.received) as received
from named_categories($as_of) as categories
left join chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen using (category)
where len($categories) = 0 or list_contains($categories, categories.category)
group by
    categories.category,
    categories.label_en,
    categories.sort
order by
    received desc,
    categories.sort,
    natural_key(categories.category),
    categories.category;
