-- One row is one meeting as it stands on a day, with its neighbours in its series: the latest one before it that was held by
-- then, and the next one that was not cancelled. Series whose names masking makes alike are one, as in the filters.
-- A meeting of a later day is planned, whatever its row says; one that was planned for an earlier day may or may not have been held.
-- `dashboard.clock_tables` makes a table of it for each day and version of the data.

create or replace macro meeting_states(as_of) as table
with seen as (
    select
        session_id,
        round,
        texts[1] as series,
        texts[2] as topic,
        held_on,
        status
    from (
        select *, list_transform([series, topic], lambda text: cut(seen_text(text, false))) as texts
        from sessions
    )
),
numbered as (
    select
        *,
        row_number() over (partition by series order by held_on, natural_key(session_id), session_id) as number_in_series
    from seen
)
select
    * exclude (status),
    case
        when status = 'cancelled' then 'cancelled'
        when held_on > as_of then 'planned'
        when status = 'planned' and held_on < as_of then 'unconfirmed'
        else status
    end as meeting_state,
    last_value(if(status = 'held' and held_on <= as_of, session_id, null) ignore nulls) over before as previous_id,
    last_value(if(status = 'held' and held_on <= as_of, held_on, null) ignore nulls) over before as previous_on,
    first_value(if(status <> 'cancelled', session_id, null) ignore nulls) over after as next_id,
    first_value(if(status <> 'cancelled', held_on, null) ignore nulls) over after as next_on
from numbered
window
    before as (partition by series order by number_in_series rows between unbounded preceding and 1 preceding),
    after as (partition by series order by number_in_series rows between 1 following and unbounded following);
