-- One row is one meeting of the series and meetings chosen, an empty list choosing all, as it stands on a day: its state as
-- meetings(as_of) has it, and whether anything had been received at it by then, whatever the category or department.

create or replace macro chosen_meetings(as_of, series_chosen, sessions_chosen) as table
select
    meetings.session_id,
    meetings.series,
    meetings.round,
    meetings.held_on,
    meetings.topic,
    meetings.meeting_state,
    received.session_id is not null as has_suggestions
from meetings(as_of) as meetings
left join (select distinct counts.session_id from counts(as_of) as counts) as received using (session_id)
where (len(series_chosen) = 0 or list_contains(series_chosen, meetings.series))
    and (len(sessions_chosen) = 0 or list_contains(sessions_chosen, meetings.session_id));
