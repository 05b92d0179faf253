-- One row is one category as everybody sees it: those whose names masking makes alike are one.

create or replace view shown_categories as
select
    category,
    min(label_en) as label_en,
    min(sort) as sort
from seen_categories(false)
group by category;
