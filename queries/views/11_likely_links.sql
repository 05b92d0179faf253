-- One row is one of the five suggestions that read most like one, with the likeness: the cosine of their weighed pairs of letters,
-- and 0.08 for the same category. Below 0.1 they share an ending or the category, not a subject.

create or replace macro likely_links(as_of, asked_id, letters) as table
with weighed as materialized (
    from weighed_letters((
        select list_append(list(suggestion_id), asked_id)
        from possible_links(as_of, asked_id, letters)
    ))
),
compared as (
    select
        weighed.suggestion_id,
        sum(weighed.weight * asked.weight) / nullif(sqrt(sum(weighed.weight ^ 2)), 0) as shared
    from weighed
    left join (select pair, weight from weighed where suggestion_id = asked_id) as asked using (pair)
    group by weighed.suggestion_id
)
select
    compared.suggestion_id,
    round(coalesce(compared.shared / nullif(itself.shared, 0), 0) + if(clock.category = one.category, 0.08, 0), 4) as likeness
from compared
join compared as itself on itself.suggestion_id = asked_id
join clock(as_of) as one on one.suggestion_id = asked_id
join clock(as_of) as clock on clock.suggestion_id = compared.suggestion_id
where compared.suggestion_id <> asked_id
    and likeness >= 0.1
order by
    likeness desc,
    clock.place
limit 5;
