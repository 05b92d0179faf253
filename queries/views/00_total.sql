-- The sum of counts as a whole number, 0 of none.

create or replace macro total(counts) as coalesce(sum(counts), 0)::bigint;
