-- ko: 회차별 건의 분야
--     어느 간담회에서 어느 분야의 건의가 몇 건 나왔는지 점의 크기와 숫자로 보여 줍니다. 점이 없으면 0건입니다.
-- en: Categories by meeting
--     How many suggestions of each category each meeting brought, as the size of a dot and its number. No dot means none.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, category, label_en, received

select
    chosen.session_id,
    chosen.series,
    chosen.round,
    chosen.held_on,
    categories.category,
    categories.label_en,
    count(*) as received
from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
join shown_categories as categories using (category)
group by
    chosen.session_id,
    chosen.series,
    chosen.round,
    chosen.held_on,
    categories.category,
    categories.label_en,
    categories.sort
order by
    chosen.held_on,
    natural_key(chosen.session_id),
    chosen.session_id,
    categories.sort,
    natural_key(categories.category),
    categories.category;
