-- ko: 변경 소식
--     기준일까지 60일 동안의 접수, 회신, 추진상황 보고, 이행 확인을 최근 것부터 100건까지, 개인정보 없이 전합니다.
-- en: Feed of changes
--     What was received, answered, reported on and confirmed in the sixty days up to the as-of date, newest first, 100 at most, without personal data.
--
-- $as_of  the day being looked at
-- returns happening, day, change, suggestion_id, title, series, round, held_on, session_id, category, label_en, decision, progress

with changed as (
    from happenings($as_of, $as_of - 59)
    order by
        day desc,
        happening
    limit 100
)
select
    changed.happening,
    changed.day,
    changed.change,
    changed.suggestion_id,
    cut(suggestions.title) as title,
    clock.series,
    clock.round,
    clock.held_on,
    clock.session_id,
    clock.category,
    categories.label_en,
    changed.decision,
    changed.progress
from changed
join clock($as_of) as clock using (suggestion_id)
join seen_titles as suggestions using (suggestion_id)
left join named_categories($as_of) as categories on categories.category = clock.category
order by
    changed.day desc,
    changed.happening;
