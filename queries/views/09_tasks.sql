-- One row is one thing that is to be done about one suggestion that the filters leave, as of a day. Of each kind a suggestion
-- has one at most. `urgency` orders the kinds, `day` is the day that it is about, `days_over` how long that has passed:
-- working days after the target day, calendar days else, null where nothing has passed.
-- A suggestion without a department needs one as long as it waits for its answer or for what was promised.

create or replace macro tasks(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen) as table
select * exclude (is_due)
from (
    select
        suggestion_id,
        coalesce(department, '') as department,
        place,
        unnest(
            list_filter(
                [
                    row('waiting_overdue', 1, due_on, days_over, state = 'waiting_overdue'),
                    row('due_this_week', 2, due_on, null, state = 'waiting_in_time' and due_on < as_of + 7),
                    row(
                        'past_promised_day', 3, expected_on, as_of - expected_on,
                        is_past_promised_day(promise_state, expected_on, as_of)
                    ),
                    row('due_for_review', 4, review_on, as_of - review_on, as_of > review_on),
                    row(
                        'stalled', 5, greatest(promised_on, last_report_on), as_of - greatest(promised_on, last_report_on),
                        is_stalled(promise_state, promised_on, last_report_on, as_of)
                    ),
                    row('missing_reasons', 6, answered_on, null, decision <> 'accepted' and not states_reason),
                    row(
                        'without_department', 7, received_on, null,
                        department is null
                        and (answered_on is null or promise_state in ('not_reported', 'planned', 'in_progress'))
                    )
                ]::struct(task varchar, urgency integer, "day" date, days_over bigint, is_due boolean)[],
                lambda found: found.is_due
            ),
            max_depth := 2
        )
    from chosen(as_of, series_chosen, sessions_chosen, categories_chosen, departments_chosen)
);
