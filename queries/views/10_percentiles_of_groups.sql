-- One row is one group of `observed`, a table as kaplan_meier(observed) takes it: its size, how many of it have ended, and
-- the days by which half and 90% have. Of fewer than ten there is neither: a single one would move it.

create or replace macro percentiles_of_groups(observed) as table
select
    name,
    max(received) as received,
    sum(answered)::bigint as answered,
    if(max(received) >= 10, max(median), null) as median_turnaround,
    if(max(received) >= 10, max(p90), null) as p90_turnaround
from kaplan_meier(observed)
group by name;
