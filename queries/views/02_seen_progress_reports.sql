-- One row is one report on carrying out a suggestion, as staff or as everybody else sees it.

create or replace macro seen_progress_reports(is_staff) as table
select
    columns(lambda name: not list_contains(free_text_of('progress_reports') || names_of('progress_reports'), name)),
    seen_text(columns(lambda name: list_contains(free_text_of('progress_reports'), name)), is_staff),
    seen_name(columns(lambda name: list_contains(names_of('progress_reports'), name)), is_staff)
from progress_reports;
