-- ko: 회차별 건의 분야
--     어느 간담회에서 어느 분야의 건의가 몇 건 나왔는지 점의 크기와 숫자로 보여 줍니다. 점이 없으면 0건입니다. 예정되었거나 건의 기록이 없는 간담회는 빈 줄입니다.
-- en: Categories by meeting
--     How many suggestions of each category each meeting brought, as the size of a dot and its number. No dot means none. A meeting that is planned, or of which no suggestion is on record, is left empty.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns session_id, series, round, held_on, topic, meeting_state, category, label_en, received

with counted as (
    select
        session_id,
        category,
        total(received) as received
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
    group by
        session_id,
        category
)
select
    session_id,
    meetings.series,
    meetings.round,
    meetings.held_on,
    meetings.topic,
    meetings.meeting_state,
    counted.category,
    categories.label_en,
    coalesce(counted.received, 0) as received
from chosen_meetings($as_of, $series, $sessions) as meetings
left join counted using (session_id)
left join named_categories($as_of) as categories using (category)
where counted.received > 0
    or not meetings.has_suggestions
order by
    meetings.held_on,
    natural_key(session_id),
    session_id,
    categories.sort,
    natural_key(counted.category),
    counted.category;
