-- ko: 일정
--     조례, 선거, 조직개편처럼 흐름이 바뀐 까닭이 될 수 있는 일입니다. 기준일까지의 일정을 날짜 순서로 보여 주며, 시간에 따른 도표에 가는 선으로 표시됩니다.
-- en: Events
--     What may explain a turn in a curve, such as an ordinance, an election or a reorganisation: up to the as-of date, by day. Charts over time mark them as thin lines.
--
-- $as_of  the day being looked at
-- returns day, title, event_kind, source_url

select
    day,
    cut(title) as title,
    kind as event_kind,
    source_url
from seen_events(false)
where day <= $as_of
order by
    day,
    natural_key(event_id),
    event_id;
