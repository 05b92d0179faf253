-- ko: 건의마다 걸리는 시간
--     부서의 빠르기에서 시작하여 해가 갈수록 빨라지고, 가끔 아주 오래 걸립니다. 중단된 동안에는 답하지 않습니다.
--     담당부서가 없으면 답이 없을 때가 많습니다. today 뒤의 답변은 아직 없는 것입니다.
-- en: How long each suggestion takes
--     Starts from the pace of the department, gets faster over time, now and then takes very long.
--     Nothing is answered during a pause, and little without a department; nothing yet after today.
--
-- $meetings  how many meetings have been due
-- $today     no answer is later
-- $seed      which of the possible worlds
-- returns nothing

create or replace temp table demo_clocks as
with paused as (
    select
        suggestion_id,
        bool_or(paused_until is null) as is_open,
        max(paused_until) as last_until,
        max(paused_until) - min(paused_from) as stood_still
    from pauses
    group by suggestion_id
), rolled as (
    select
        n,
        counted_from,
        if(demo_dice(15, n, $seed, 'at once') = 0, 1 + demo_dice(3, n, $seed, 'days'), round(
            pace * (1.55 - 0.85 * meeting / $meetings)
            * (0.45 + demo_dice(90, n, $seed, 'days') / 100)
            + 1.5 * pace * power(demo_dice(100, n, $seed, 'tail') / 100, 9)
        ))::integer as days,
        if($today::date - counted_from > 365, 1, if(department is null, 40, 5)) as silence,
        demo_weekday(greatest(
            counted_from + days + coalesce(stood_still, 0)::integer,
            last_until + 1 + demo_dice(6, n, $seed, 'resumed')
        )) as ready_on,
        coalesce(is_open, false) or demo_dice(100, n, $seed, 'silent') < silence as is_silent,
        demo_weekday(counted_from + 7 + demo_dice(6, n, $seed, 'interim day')) as interim_on
    from demo_asked
    left join paused using (suggestion_id)
)
select
    n,
    days,
    case when not is_silent and ready_on <= $today::date then ready_on end as answered_on,
    case
        when interim_on <= $today::date and interim_on < coalesce(answered_on, 'infinity')
        and demo_dice(100, n, $seed, 'interim') < 45 then interim_on
    end as replied_on
from rolled;
