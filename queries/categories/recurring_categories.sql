-- ko: 여러 간담회에서 거듭 나온 분야
--     두 번 이상의 간담회에서 나온 분야입니다. 건수가 적어도 거듭 나오면 여러 곳에 공통된 건의일 수 있습니다.
-- en: Categories raised in several meetings
--     Categories that came up in two or more meetings. Even with few suggestions, one that keeps coming back may be widely shared.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns category, label_en, meetings, received

select
    categories.category,
    categories.label_en,
    count(distinct chosen.session_id) as meetings,
    total(chosen.received) as received
from chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen
join named_categories($as_of) as categories using (category)
group by
    categories.category,
    categories.label_en,
    categories.sort
having count(distinct chosen.session_id) >= 2
order by
    meetings desc,
    received desc,
    categories.sort,
    natural_key(categories.category),
    categories.category;
