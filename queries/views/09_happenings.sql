-- One row is one thing that became of a suggestion by as_of: it was received, answered in some way, reported on or confirmed.
-- `happening` is its id among all of them, the same for as long as the row that it comes from is there.

create or replace macro happenings(as_of, first_day) as table
select
    received_on as day,
    'received' as change,
    suggestion_id,
    'received/' || suggestion_id as happening,
    null as decision, null as progress
from clock(as_of)
where received_on >= first_day
union all
select
    responded_on as day,
    kind as change,
    suggestion_id,
    'response/' || response_id as happening,
    decision,
    progress
from responses
where responded_on between first_day and as_of
union all
select
    reported_on as day,
    'report' as change,
    suggestion_id,
    'report/' || report_id as happening,
    null as decision,
    progress
from progress_reports
where reported_on between first_day and as_of
union all
select
    confirmed_on as day,
    'confirmed' as change,
    suggestion_id,
    'confirmed/' || report_id as happening,
    null as decision,
    progress
from progress_reports
where confirmed_on between first_day and as_of
    and reported_on <= as_of;
