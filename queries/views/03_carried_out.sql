-- One row is one suggestion with at least one report by as_of: how far it is, and what became of the day first stated.
-- The latest report is the largest (reported_on, report_id). A report of another kind takes an earlier "done" back: done
-- since is the first of the done reports that nothing follows but done ones, and a confirmation of any of them holds.
-- Every day stated that differs from the one stated before it is a change.

create or replace macro carried_out(as_of) as table
with in_order as (
    select
        suggestion_id,
        list(
            {'progress': progress, 'reported_on': reported_on, 'confirmed_on': confirmed_on}
            order by reported_on, report_id
        ) as reported,
        list(expected_on order by reported_on, report_id) filter (expected_on is not null) as stated
    from reports(as_of)
    group by suggestion_id
),
since as (
    select
        *,
        reported[1 + coalesce(list_max(list_transform(
            reported,
            lambda report, place: if(report.progress = 'done', 0, place)
        )), 0):] as done
    from in_order
)
select
    suggestion_id,
    reported[-1].progress as progress,
    reported[-1].reported_on as last_report_on,
    done[1].reported_on as done_on,
    list_min(list_transform(done, lambda report: report.confirmed_on)) as confirmed_on,
    stated[1] as first_expected_on,
    stated[-1] as expected_on,
    coalesce(len(list_filter(stated, lambda day, place: place > 1 and day <> stated[place - 1])), 0) as expected_changes
from since;
