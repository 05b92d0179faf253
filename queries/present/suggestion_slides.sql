-- ko: 건의 슬라이드
--     고른 건의마다 무엇을 건의했고, 기준일까지의 최종 회신(없으면 마지막 답변)이 무엇이며, 무엇이 언제까지 남았는지 한 줄로 보여 줍니다. 사람의 이름은 들어 있지 않습니다.
-- en: Slides of suggestions
--     For each suggestion chosen: what was asked, the latest final answer by the as-of date, or the last response where there is none, and what is still owed by when. No names of people.
--
-- $as_of        the day being looked at
-- $suggestions  the suggestions chosen
-- returns suggestion_id, title, organization, detail, category, label_en, session_id, series, round, held_on, department, state, days_over, due_on,
--     kind, responded_on, decision, answer, reason, limits, promise_state, expected_on, review_on

with latest as (
    select
        suggestion_id,
        arg_max(response_id, row(kind = 'final', responded_on, response_id)) as response_id
    from responses
    where responded_on <= $as_of
        and list_contains($suggestions, suggestion_id)
    group by suggestion_id
)
select
    clock.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    cut_after(suggestions.detail, 320) as detail,
    clock.category,
    categories.label_en,
    clock.session_id,
    shown_name(clock.series) as series,
    clock.round,
    clock.held_on,
    coalesce(clock.department, '') as department,
    clock.state,
    clock.days_over,
    clock.due_on,
    answers.kind,
    answers.responded_on,
    clock.decision,
    cut_after(answers.answer, 320) as answer,
    case when says_something(answers.reason) then cut_after(answers.reason, 240) end as reason,
    case when says_something(answers.limits) then cut_after(answers.limits, 240) end as limits,
    clock.promise_state,
    clock.expected_on,
    clock.review_on
from clock($as_of) as clock
join seen_suggestions(false) as suggestions using (suggestion_id)
left join named_categories($as_of) as categories on categories.category = clock.category
left join latest on latest.suggestion_id = clock.suggestion_id
left join seen_responses(false) as answers on answers.response_id = latest.response_id
where list_contains($suggestions, clock.suggestion_id)
order by clock.place;
