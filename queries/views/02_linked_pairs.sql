-- One row is one suggestion and another one that it was judged with: every pair of `links` from both sides.

create or replace view linked_pairs as
select
    suggestion_id,
    related_id as other_id,
    is_related
from links
union all
select
    related_id as suggestion_id,
    suggestion_id as other_id,
    is_related
from links;
