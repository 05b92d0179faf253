-- The titles most like one, by the cosine of their pairs of letters; the rarer a pair, the more it weighs. The words for
-- the categories count as titles too, so that there is something to be like in a new database.

with titles as (
    select category, title from suggestions
    union all
    select category, unnest([category] || string_split(coalesce(aliases, ''), ',')) as title from categories
    union all
    select null as category, $title as title
),
pairs as (
    select distinct category, title, unnest(pairs_of_letters(title)) as pair
    from titles
),
weighed as (
    select
        pair,
        ln(1 + (select count(distinct title) from titles) / nullif(count(distinct title), 0)) as weight,
        bool_or(category is null) as is_asked
    from pairs
    group by pair
),
compared as (
    select
        category,
        title,
        sqrt(sum(weight ^ 2)) as length,
        sum(weight ^ 2) filter (is_asked) as shared
    from pairs
    join weighed using (pair)
    group by category, title
)
select
    found.category,
    found.title,
    found.shared / nullif(found.length * asked.length, 0) as likeness
from compared as found
join compared as asked on asked.category is null
where found.category is not null and found.shared > 0
order by likeness desc, found.title, found.category
limit $most
