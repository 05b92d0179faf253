-- One row is one pair of suggestions that a person judged, as staff or as everybody else sees it.

create or replace macro seen_links(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('links'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('links'), name)), is_staff)
from links;
