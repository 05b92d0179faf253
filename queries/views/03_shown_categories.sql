-- One row is one category as everybody sees it: those whose names masking makes alike are one.

create or replace view shown_categories as
select
    names[1] as category,
    min(names[2]) as label_en,
    min(sort) as sort
from (
    select
        list_transform([category, label_en], lambda name: shown_name(name)) as names,
        sort
    from categories
)
group by category;
