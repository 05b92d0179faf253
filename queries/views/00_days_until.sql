-- The first day by which no more than `share_waiting` of a group still waits, by Kaplan and Meier (1958): those for
-- whom it has not happened were at risk up to and with their last day. Null when the curve does not come down so far.
-- Counted in half days: those for whom it happened leave at twice their day, those still waiting right after them.

create or replace macro days_until(share_waiting, duration, has_happened) as
    list_reduce(
        map_entries(histogram(2 * duration + (not has_happened)::bigint)),
        lambda so_far, leaving: {
            'at_risk': so_far.at_risk - leaving.value::bigint,
            'waiting': so_far.waiting * if(leaving.key % 2 = 0, 1 - leaving.value / so_far.at_risk, 1),
            'day': coalesce(so_far.day, case
                when leaving.key % 2 = 0
                    and so_far.waiting * (1 - leaving.value / so_far.at_risk) <= share_waiting + 1e-12
                    then leaving.key // 2
            end)
        },
        {'at_risk': count(duration)::bigint, 'waiting': 1::double, 'day': null::bigint}
    ).day;
