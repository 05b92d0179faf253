-- ko: 관련 건의
--     관련 있다고 담당자가 확인한 건의를 간담회가 열린 순서대로 보여 줍니다. 기준일까지 접수된 건의만 나옵니다.
-- en: Related suggestions
--     Suggestions confirmed by staff as asking the same, in the order of their meetings; only those received by the as-of date.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns suggestion_id, title, category, label_en, session_id, series, round, held_on, state, days_over, decision, reason

with linked as (
    select
        case when suggestion_id = $suggestion_id then related_id else suggestion_id end as other_id,
        any_value(reason) as reason
    from seen_links($is_staff)
    where is_related and (suggestion_id = $suggestion_id or related_id = $suggestion_id)
    group by other_id
)
select
    suggestions.suggestion_id,
    suggestions.title,
    suggestions.category,
    categories.label_en,
    clock.session_id,
    clock.series,
    clock.round,
    clock.held_on,
    clock.state,
    clock.days_over,
    clock.decision,
    linked.reason
from linked
join clock($as_of) as clock on clock.suggestion_id = linked.other_id
join seen_suggestions($is_staff) as suggestions on suggestions.suggestion_id = clock.suggestion_id
left join seen_categories($is_staff) as categories on categories.category = suggestions.category
order by
    clock.held_on,
    clock.place;
