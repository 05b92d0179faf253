-- ko: 최근 7일간 접수와 답변
--     기준일까지 7일 동안 접수된 건의와 그동안의 답변입니다. 최근 것부터 8건까지 보여 줍니다.
-- en: What changed in the last seven days
--     Suggestions received and responses given in the seven days up to the day looked at, newest first, 8 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns day, change, suggestion_id, title, decision, all_changes

with changed as (
    select
        received_on as day,
        'received' as change,
        suggestion_id,
        place,
        null as decision
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where received_on > $as_of - interval 7 days
    union all
    select
        responses.responded_on as day,
        responses.kind as change,
        responses.suggestion_id,
        chosen.place,
        responses.decision
    from responses
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
    where responses.responded_on > $as_of - interval 7 days
        and responses.responded_on <= $as_of
)
select
    changed.day,
    changed.change,
    changed.suggestion_id,
    cut(suggestions.title) as title,
    changed.decision,
    count(*) over () as all_changes
from changed
join seen_titles as suggestions using (suggestion_id)
order by
    changed.day desc,
    changed.place,
    changed.change
limit 8;
