-- One row is one of the few suggestions of a list, the table of that name, that have a report by as_of: how often another
-- day was stated for it than the time before, and the latest reason for one, as everybody sees it.
-- The reports are found without their texts, which a million of them would be read for; the texts are read by their keys.

create or replace macro slips(listed, as_of) as table
with stated as materialized (
    select
        suggestion_id,
        report_id,
        reported_on,
        expected_on
    from progress_reports
    where suggestion_id in (select suggestion_id from query_table(listed))
        and reported_on <= as_of
),
reasons as (
    select
        stated.suggestion_id,
        arg_max(reports.slip_reason, row(stated.reported_on, report_id)) as slip_reason
    from stated
    join progress_reports as reports using (report_id)
    where says_something(reports.slip_reason)
    group by stated.suggestion_id
),
changes as (
    select
        suggestion_id,
        list(expected_on order by reported_on, report_id) filter (expected_on is not null) as days
    from stated
    group by suggestion_id
)
select
    suggestion_id,
    coalesce(day_changes(changes.days), 0) as expected_changes,
    seen_text(reasons.slip_reason, false) as slip_reason
from changes
left join reasons using (suggestion_id);
