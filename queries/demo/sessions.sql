-- ko: 가상 간담회 넣기
--     취소된 간담회에는 참석인원이 없습니다. 서면으로 받은 의견은 그대로 셉니다.
-- en: Invented meetings, into the table
--     A cancelled meeting has no attendance; what was sent in writing still counts.
--
-- $topics     topic, leaning and presenters, taken in turn
-- $places     rooms to draw from
-- $starts     times of day to draw from
-- $series     name of the series, after its year
-- $people     what follows a rounded number of people
-- $source     what the source column says
-- $cancelled  why a meeting did not take place
-- $seed       which of the possible worlds
-- returns nothing

insert into sessions by name
with attended as (
    select
        *,
        $topics[1 + (number - 1) % len($topics)] as subject,
        case when status = 'held' then 22 + demo_dice(58, number, $seed, 'people') end as people
    from demo_meetings
)
select
    printf('DEMO-%03d', number) as session_id,
    series_year || ' ' || $series as series,
    round,
    held_on,
    $starts[1 + demo_dice(len($starts), number, $seed, 'start')]::time as starts_at,
    $places[1 + demo_dice(len($places), number, $seed, 'place')] as place,
    subject.topic,
    subject.presenters,
    people as attendance,
    people // 10 * 10 || $people as attendance_note,
    status,
    concat_ws(': ', $source, case when status = 'cancelled' then $cancelled end) as source
from attended;
