-- One row is one event around the meetings, as staff or as everybody else sees it.

create or replace macro seen_events(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('events'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('events'), name)), is_staff)
from events;
