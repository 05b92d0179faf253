-- One row is one step from receipt to confirmation, or what was lost before the next one, in the order in which they follow.

create or replace macro course_steps() as table
select *
from (values
    (1, 'received', false), (2, 'waiting', true), (3, 'answered', false), (4, 'declined', true), (5, 'long_term', true),
    (6, 'transferred', true), (7, 'promised', false), (8, 'not_reported', true), (9, 'planned', true),
    (10, 'in_progress', true), (11, 'stopped', true), (12, 'done', false), (13, 'done_reported', true),
    (14, 'done_confirmed', false)
) as steps (place, step, is_loss);
