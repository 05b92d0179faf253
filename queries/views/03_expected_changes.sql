-- How often another day was stated for a suggestion than the time before; for the few that a list shows.

create or replace macro expected_changes(chosen_id, as_of) as (
    select len(list_filter(days, lambda day, place: place > 1 and day <> days[place - 1]))
    from (
        select coalesce(list(expected_on order by reported_on, report_id), []) as days
        from progress_reports as stated
        where stated.suggestion_id = chosen_id
            and stated.reported_on <= as_of
            and stated.expected_on is not null
    )
);
