-- What became of what was promised, as a table of one cursor: it is made before the clock, whose memory it would not leave.

create or replace temp table followed as
select
    suggestion_id,
    carried_out.progress,
    carried_out.last_report_on,
    carried_out.done_on,
    carried_out.confirmed_on,
    carried_out.first_expected_on,
    carried_out.expected_on,
    reviews.review_on
from carried_out($1) as carried_out
full join reviews($1) as reviews using (suggestion_id)
