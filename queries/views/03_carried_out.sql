-- One row is one suggestion with at least one report by as_of: how far it is, and what became of the day first stated.
-- The latest report is the largest (reported_on, report_id); as `moment` both are one text, which a million rows can be
-- grouped by. A report of another kind takes an earlier "done" back: done since is the first of the done reports that only
-- done ones follow, and a confirmation of any of them holds.

create or replace macro carried_out(as_of) as table
with dated as (
    select
        *,
        reported_on || report_id as moment
    from reports(as_of)
),
latest as (
    select
        suggestion_id,
        arg_max(progress, moment) as progress,
        max(reported_on) as last_report_on,
        max(moment) filter (progress <> 'done') as undone,
        arg_min(expected_on, moment) as first_expected_on,
        arg_max(expected_on, moment) as expected_on
    from dated
    group by suggestion_id
),
done as (
    select
        suggestion_id,
        min(dated.reported_on) as done_on,
        min(dated.confirmed_on) as confirmed_on
    from dated
    join latest using (suggestion_id)
    where latest.progress = 'done'
        and dated.moment > coalesce(latest.undone, '')
    group by suggestion_id
)
select
    latest.* exclude (undone),
    done.done_on,
    done.confirmed_on
from latest
left join done using (suggestion_id);
