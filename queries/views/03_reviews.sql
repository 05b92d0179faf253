-- One row is one suggestion with a review day that holds: the one stated last, as long as no response came on it or after it
-- and no final one since it was stated.

create or replace macro reviews(as_of) as table
with stated as (
    select
        suggestion_id,
        arg_max(revisit_on, row(responded_on, response_id)) as review_on,
        max(row(responded_on, response_id)) as stated_at
    from responses
    where revisit_on is not null
        and responded_on <= as_of
    group by suggestion_id
)
select
    suggestion_id,
    stated.review_on
from stated
join responses using (suggestion_id)
where responses.responded_on <= as_of
group by
    suggestion_id,
    stated.review_on
having max(responses.responded_on) < stated.review_on
    and not bool_or(responses.kind = 'final' and row(responses.responded_on, responses.response_id) > stated.stated_at);
