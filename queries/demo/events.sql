-- ko: 가상 일정 넣기
--     조례, 선거, 조직개편, 예산 확정을 마지막 날 전의 정해진 날에 하나씩 넣습니다.
-- en: Invented events, into the table
--     An ordinance, an election, a reorganisation and a budget, each so many days before the last day.
--
-- $events  what happened, and how many days before the last one
-- $today   the last day
-- returns nothing

insert into events by name
select
    'DEMO-E' || row_number() over (order by event.days_before desc) as event_id,
    $today::date - event.days_before::integer as day,
    event.title as title,
    event.kind as kind,
    event.note as note,
    null as source_url
from (select unnest($events) as event);
