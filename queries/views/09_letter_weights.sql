-- One row is one pair of letters with its weight, the rarer the more: the idf of tf-idf. Above 2,000 suggestions it is worked
-- out from about as many of them, always the same ones: a weight is an average, and the pairs of a million take many seconds.

create or replace macro letter_weights() as table
with told as materialized (
    select
        without_addresses(title) as title,
        without_addresses(detail) as detail
    from suggestions
    where hash(suggestion_id) % ((select count(*) from suggestions) // 2000 + 1) = 0
)
select
    pair,
    ln(1 + (select count(*) from told) / nullif(count(*), 0)) as weight
from (
    select unnest(list_distinct(letters_of(title, detail))) as pair
    from told
)
group by pair;

-- One row is one pair of letters of one of some suggestions with its share in what that says (tf-idf), by the weights that are
-- kept in memory. A pair that is not among them is as rare as the rarest.

create or replace macro weighed_letters(ids) as table
with weights as not materialized (
    from query_table('clocks.letter_weights')
)
select
    counted.suggestion_id,
    counted.pair,
    counted.times * coalesce(weights.weight, (select max(weight) from weights)) as weight
from counted_letters(ids) as counted
left join weights using (pair);
