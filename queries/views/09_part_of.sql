-- One row is one row of a list of suggestions, of those `size` that follow the `skipped` first ones, with its `number` in the
-- list and how many it has in all. `listed` is the name of a `with` above: its `own_order` is the order in which it stands by
-- itself, which also decides ties when it is sorted by one of its columns or by the title; what says nothing comes last.
-- Titles are read of all of them only to sort by them: a list has its own joined to the part that is shown.

-- Where codes stand in their own order, the names of other things as people count, whatever their case.
create or replace macro sort_key(value) as natural_key(coalesce(
    list_position([
        'answered_in_time', 'answered_late', 'waiting_in_time', 'waiting_overdue', 'paused',
        'done_confirmed', 'done_reported', 'in_progress', 'done', 'planned', 'stopped', 'not_reported',
        'accepted', 'partly', 'long_term', 'declined', 'transferred',
        'received', 'on_site', 'interim', 'final', 'report', 'confirmed', 'due', 'expected', 'review'
    ], value::varchar)::varchar,
    lower(nullif(trim(value::varchar), ''))
));

create or replace macro part_of(listed, ascending, descending, skipped, size) as table
select
    *,
    row_number() over () as number
from (
    select
        *,
        (select count(*) from query_table(listed)) as all_listed
    from (
        select rows_listed.*, seen.title, null as unsorted
        from query_table(listed) as rows_listed
        left join (from seen_titles where 'title' in (ascending, descending)) as seen using (suggestion_id)
    )
    order by
        sort_key(columns(lambda name: name = if(ascending = '', 'unsorted', ascending))) nulls last,
        sort_key(columns(lambda name: name = if(descending = '', 'unsorted', descending))) desc nulls last,
        own_order
    limit size offset skipped
);
