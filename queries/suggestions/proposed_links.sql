-- ko: 내용이 비슷한 건의
--     제목과 내용의 글자 쌍이 비슷한 건의를 비슷한 순서대로 5건까지 제안합니다. 분야가 같으면 조금 더 비슷한 것으로 봅니다. 모두에게 보이는 글자만 비교하며, 담당자가 확인하거나 아니라고 한 건의는 다시 제안하지 않습니다.
-- en: Suggestions that read alike
--     The 5 most alike by pairs of neighbouring letters, the rarer the more they weigh (tf-idf, cosine; the title counts twice, the
--     same category adds 0.08). Only what everybody sees is compared; what staff have judged is not proposed again.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $letters        its weightiest pairs of letters, by which others are looked for where there are many
-- $is_staff       whether personal data are shown
-- returns suggestion_id, title, category, label_en, session_id, series, round, held_on, state, days_over, decision, likeness

with likely as materialized (
    from likely_links($as_of, $suggestion_id, $letters)
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
    likely.likeness
from likely
join clock($as_of) as clock using (suggestion_id)
join (
    select
        suggestion_id,
        seen_text(title, $is_staff) as title,
        seen_text(category, $is_staff) as category
    from suggestions
) as suggestions on suggestions.suggestion_id = clock.suggestion_id
left join seen_categories($is_staff) as categories on categories.category = suggestions.category
order by
    likely.likeness desc,
    clock.place;
