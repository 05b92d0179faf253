-- The running number of a day on one suggestion's clock: counted days since receipt without the paused ones, at least 1.

create or replace macro day_number(running, received_after, paused) as
    case when running is not null then greatest(1, running - received_after - coalesce(
        len(list_filter(paused, lambda p: p > received_after and p <= running)), 0
    )) end;
