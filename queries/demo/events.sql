-- ko: 가상 일정 넣기
--     조례, 선거, 조직개편, 예산 확정을 마지막 날보다 정해진 날수만큼 앞에, 보름까지 흔들어 하나씩 넣습니다.
-- en: Invented events, into the table
--     An ordinance, an election, a reorganisation and a budget, each so many days before the last day, give or take a fortnight.
--
-- $events  what happened, and how many days before the last one
-- $today   the last day
-- $seed    which of the possible worlds
-- returns nothing

insert into events by name
select
    'DEMO-E' || n as event_id,
    $today::date - $events[n].days_before::integer + demo_dice(15, n, $seed, 'event') as day,
    $events[n].title as title,
    $events[n].kind as kind,
    $events[n].note as note,
    null as source_url
from (select unnest(range(1, len($events) + 1)) as n);
