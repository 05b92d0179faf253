-- ko: 고를 수 있는 분야
--     조건에서 고를 수 있는 분야를 정해진 순서로 보여 줍니다.
-- en: Categories to choose from
--     The categories that the filters offer, in their order.
--
-- returns category, label_en

select
    category,
    label_en
from shown_categories
order by
    sort,
    natural_key(category),
    category;
