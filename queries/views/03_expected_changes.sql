-- How often another day was stated than the time before, of the days stated in turn.

create or replace macro day_changes(days) as
    len(list_filter(days, lambda day, place: place > 1 and day <> days[place - 1]));

-- How often another day was stated for one suggestion.

create or replace macro expected_changes(chosen_id, as_of) as (
    select day_changes(coalesce(list(expected_on order by reported_on, report_id), []))
    from progress_reports as stated
    where stated.suggestion_id = chosen_id
        and stated.reported_on <= as_of
        and stated.expected_on is not null
);
