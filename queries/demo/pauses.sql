-- ko: 가상 중단 기간 넣기
--     여덟에 하나가, 최근에는 넷에 하나가 중단되고 그 셋에 하나는 두 번 중단됩니다. 겹치기도 합니다.
--     아직 이어지는 중단도 있고, 목표일을 넘긴 뒤에 시작하는 중단도 있습니다.
-- en: Invented pauses, into the table
--     One suggestion in eight pauses, lately one in four, a third of these twice, sometimes overlapping.
--     Some are still open, some begin after the due day.
--
-- $causes    reasons to draw from
-- $meetings  how many meetings have been due
-- $today     no pause begins later
-- $seed      which of the possible worlds
-- returns nothing

insert into pauses by name
with begun as (
    select
        *,
        demo_weekday(counted_from + if(demo_dice(5, n, $seed, 'late pause') = 0, 26, 1)
            + demo_dice(9, n, $seed, 'pause begins')) as first_from,
        4 + demo_dice(14, n, $seed, 'pause lasts') as days,
        $today::date - first_from < 330 and demo_dice(100, n, $seed, 'endless') < 16 as is_endless
    from demo_asked
    where demo_dice(100, n, $seed, 'paused') < if(meeting > $meetings - 2, 26, 12)
), repeated as (
    select
        *,
        case nth
            when 1 then first_from
            else demo_weekday(first_from + days // 2 + days * demo_dice(2, n, $seed, 'overlap'))
        end as paused_from,
        paused_from + days as ends_on
    from begun, range(1, 3) as times(nth)
    where nth = 1 or demo_dice(3, n, $seed, 'second') = 0
)
select
    suggestion_id,
    paused_from,
    case when not is_endless and (ends_on <= $today::date or n % 3 > 0) then ends_on end as paused_until,
    $causes[1 + demo_dice(len($causes), n, $seed, 'pause ' || nth)] as reason
from repeated
where paused_from <= $today::date;
