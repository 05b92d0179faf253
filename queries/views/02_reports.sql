-- One row is one report on carrying out a suggestion by as_of: the reports themselves, and every response that says how
-- far things are, as a report of its day under its own id. What is confirmed later is not confirmed yet.

create or replace macro reports(as_of) as table
select
    suggestion_id,
    report_id,
    reported_on,
    progress,
    expected_on,
    case when confirmed_on <= as_of then confirmed_on end as confirmed_on
from progress_reports
where reported_on <= as_of
union all
select
    suggestion_id,
    response_id as report_id,
    responded_on as reported_on,
    progress,
    null as expected_on,
    null as confirmed_on
from responses
where progress is not null
    and responded_on <= as_of;
