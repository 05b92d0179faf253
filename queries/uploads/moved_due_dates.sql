-- How many suggestions are due on another day than before, and how many of those have no final answer yet.

select
    count(*),
    count(*) filter (after_upload.answered_on is null)
from due_dates($as_of) as after_upload
join due_before using (suggestion_id)
where after_upload.due_on is distinct from due_before.due_on;
