-- One row is one day of the calendar: whether it counts, why not, and how many days counted up to and with it.
-- The holidays table wins over the package; "no" in it never makes a Saturday or Sunday count.

create or replace view judged_days as
with bounds as (
    select
        min(date_trunc('year', day))::date as first_day,
        (max(date_trunc('year', day)) + interval 1 year - interval 1 day)::date as last_day
    from public_holidays
),
days as (
    select unnest(generate_series(first_day, last_day, interval 1 day))::date as day
    from bounds
),
judged as (
    select
        days.day,
        case
            when isodow(days.day) = 6 then '토요일'
            when isodow(days.day) = 7 then '일요일'
            when holidays.is_off then holidays.name
            when holidays.is_off is null then public_holidays.name
        end as reason
    from days
    left join public_holidays using (day)
    left join holidays using (day)
)
select
    day,
    reason is null as is_counted,
    reason,
    (count(*) filter (reason is null) over (order by day rows unbounded preceding))::integer as running
from judged;
