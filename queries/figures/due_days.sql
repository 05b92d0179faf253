-- ko: 건의별 기한 계산
--     접수한 날부터 하루씩, 근무일로 세는 날과 세지 않는 날, 세지 않는 이유와 근무일 순번을 보여 줍니다.
-- en: The clock of one suggestion
--     Day by day from the day of receipt: which days count, why the others do not, and the running number.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns day, is_counted, reason, number, received_on, computed_due_on, extended_due_on, due_on, answered_on, state

with one as (
    select *
    from clock($as_of)
    where suggestion_id = $suggestion_id
)
select
    calendar.day,
    calendar.is_counted and not list_contains(coalesce(one.paused, []), calendar.running) as is_counted,
    coalesce(seen_text(calendar.reason, $is_staff), case
        when list_contains(coalesce(one.paused, []), calendar.running) then (
            select arg_min(pauses.reason, pauses.paused_from)
            from seen_pauses($is_staff) as pauses
            where pauses.suggestion_id = $suggestion_id
                and pauses.paused_from <= calendar.day
                and coalesce(pauses.paused_until, $as_of) >= calendar.day
        )
    end) as reason,
    day_number(calendar.running, one.received_after, one.paused) as number,
    one.received_on,
    one.computed_due_on,
    one.extended_due_on,
    one.due_on,
    one.answered_on,
    one.state
from one
join calendar on calendar.day between one.received_on and greatest($as_of, one.due_on)
order by calendar.day;
