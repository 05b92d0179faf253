-- One row is one day on which someone of a group was answered, or was last seen waiting: Kaplan and Meier (1958).
-- `observed` names a table with name, duration, has_happened and the number of suggestions. Bounds: 95%, log-log (Kalbfleisch and Prentice 1980).
-- `waiting` are those last seen waiting on that day, who were at risk on it. Before the first answer both bounds are 0.

create or replace macro kaplan_meier(observed) as table
with days as (
    select
        name,
        duration as day,
        total(suggestions) as leaving,
        total(if(has_happened, suggestions, 0)) as answered
    from query_table(observed)
    group by all
),
watched as (
    select
        *,
        (sum(leaving) over (partition by name order by day desc rows unbounded preceding))::bigint as at_risk
    from days
),
curve as (
    select
        *,
        product(1 - answered / nullif(at_risk, 0)) over so_far as share_waiting,
        sum(answered / nullif(at_risk::double * (at_risk - answered), 0)) over so_far as variance
    from watched
    window so_far as (partition by name order by day rows unbounded preceding)
),
spread as (
    select
        *,
        exp(1.959963984540054 * sqrt(variance) / nullif(abs(ln(nullif(share_waiting, 0))), 0)) as factor
    from curve
)
select
    name, day, at_risk, answered, leaving - answered as waiting,
    1 - share_waiting as share_answered,
    coalesce(1 - share_waiting ** (1 / nullif(factor, 0)), 1 - share_waiting) as lower_bound,
    coalesce(1 - share_waiting ** factor, 1 - share_waiting) as upper_bound,
    max(at_risk) over (partition by name) as received,
    min(day) filter (share_waiting <= 0.5 + 1e-12) over (partition by name) as median,
    min(day) filter (share_waiting <= 0.1 + 1e-12) over (partition by name) as p90
from spread;
