-- ko: 가상 간담회의 뼈대
--     개최일은 평일이며 마지막 간담회는 닷새쯤 전, 예정된 간담회는 열흘쯤 뒤입니다.
--     열두 번까지는 4주마다, 그보다 많으면 2주마다 열립니다.
-- en: Bones of the invented meetings
--     On weekdays; the last one is about five days past, a planned one about ten days ahead.
--     Every four weeks up to twelve meetings, every two weeks when there are more.
--
-- $meetings  how many meetings have been due
-- $today     the day the data ends
-- $seed      which of the possible worlds
-- returns nothing

create or replace temp table demo_meetings as
with spaced as (
    select
        number,
        case when $meetings > 12 then 14 else 28 end as apart,
        case when $meetings > 12 then 26 else 12 end as in_a_year,
        case
            when number > $meetings then -10
            when number = $meetings then 5
            else 5 + ($meetings - number) * apart + demo_dice(4, number, $seed, 'moved')
        end::integer as days_ago,
        case
            when number > $meetings then 'planned'
            when number % 40 = 8 then 'cancelled'
            else 'held'
        end as status
    from range(1, $meetings + 2) as numbers(number)
)
select
    number,
    status,
    demo_weekday($today::date - days_ago) as held_on,
    year($today::date - 5) - ($meetings - least(number, $meetings)) // in_a_year as series_year,
    row_number() over (partition by series_year order by number) as round,
    case status
        when 'held' then 16 + demo_dice(36, number, $seed, 'weight')
        when 'cancelled' then 9
        else 0
    end as weight
from spaced;
