-- One row is one suggestion that was ever paused: the running numbers of its paused working days, in order.
-- A pause that begins after as_of does not exist yet; an open one lasts until as_of; a known end is used in full.

create or replace macro paused_days(as_of) as table
with spans as (
    select
        pauses.suggestion_id,
        pauses.paused_from,
        least(coalesce(pauses.paused_until, as_of), (select max(day) from calendar)) as paused_until
    from pauses
    where pauses.paused_from <= as_of
)
select
    spans.suggestion_id,
    list_sort(list_distinct(flatten(list(
        range(first_days.running - first_days.is_counted::integer + 1, last_days.running + 1)
    )))) as paused,
    bool_or(spans.paused_until >= as_of) as is_paused
from spans
join calendar as first_days on first_days.day = spans.paused_from
join calendar as last_days on last_days.day = spans.paused_until
group by spans.suggestion_id;
