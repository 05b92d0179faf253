-- One row is one row of the table of that name, as staff or as everybody else sees it. The questions of the pages read
-- these and never the tables, so that no column of the list in 00_free_text.sql can be forgotten.
-- DuckDB works them out for the rows that are left after joins and filters only.

create or replace macro seen_sessions(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('sessions'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('sessions'), name)), is_staff)
from sessions;

create or replace macro seen_suggestions(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('suggestions') || names_of('suggestions'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('suggestions'), name)), is_staff),
    seen_name(columns(lambda name: list_contains(names_of('suggestions'), name)), is_staff)
from suggestions;

create or replace macro seen_responses(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('responses'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('responses'), name)), is_staff)
from responses;

create or replace macro seen_pauses(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('pauses'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('pauses'), name)), is_staff)
from pauses;

create or replace macro seen_holidays(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('holidays'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('holidays'), name)), is_staff)
from holidays;

create or replace macro seen_categories(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('categories'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('categories'), name)), is_staff)
from categories;

create or replace macro seen_coverage(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('coverage'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('coverage'), name)), is_staff)
from coverage;
