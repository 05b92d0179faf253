-- Make the calendar anew from the public holidays and the holidays table.

insert into calendar
select
    day,
    is_counted,
    reason,
    running
from judged_days
order by day;
