-- One row is one category as everybody sees it: those whose names masking makes alike are one.

create or replace view shown_categories as
select
    shown_name(category) as category,
    min(shown_name(label_en)) as label_en,
    min(sort) as sort
from categories
group by all;
