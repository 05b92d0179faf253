-- What is wrong, in the order of the file, so many of each kind; with how many of that kind there are. Where there are
-- millions, only those that may be among the first of their kind are put in order. $most is 1,000 at most.

with chosen as (
    from problems
    where is_warning = $is_warning and not (code = 'unknown_category' and $without_categories)
),
kinds as (
    select
        code,
        column_name,
        count(*) as of_a_kind,
        if(count(*) <= $most, max(record), list_max(min(record, $most))) as last_one
    from chosen
    group by all
)
select
    record,
    chosen.column_name,
    value,
    chosen.code,
    others,
    hint,
    cells,
    of_a_kind
from chosen
join kinds
    on kinds.code = chosen.code
    and kinds.column_name is not distinct from chosen.column_name
    and chosen.record <= kinds.last_one
qualify row_number() over (partition by chosen.code, chosen.column_name order by record) <= $most
order by record, chosen.column_name, chosen.code;
