-- The first day by which no more than `share_waiting` of a group still waits, by Kaplan and Meier (1958): those for
-- whom it has not happened were at risk up to and with their last day. Null when the curve does not come down so far.

create or replace macro days_until(share_waiting, duration, has_happened) as
    list_reduce(
        list_transform(
            map_entries(histogram(duration)),
            lambda entry: {
                'day': entry.key,
                'leaving': entry.value::bigint,
                'happened': coalesce((histogram(duration) filter (has_happened))[entry.key], 0)::bigint
            }
        ),
        lambda so_far, today: {
            'at_risk': so_far.at_risk - today.leaving,
            'waiting': so_far.waiting * (1 - today.happened / so_far.at_risk),
            'day': coalesce(so_far.day, case
                when so_far.waiting * (1 - today.happened / so_far.at_risk) <= share_waiting + 1e-12 then today.day
            end)
        },
        {'at_risk': count(duration)::bigint, 'waiting': 1::double, 'day': null::bigint}
    ).day;
