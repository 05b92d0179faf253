-- ko: 발표 중에 찾은 건의
--     번호나 낱말(제안기관 이름도)로 찾은 건의를 200건까지 보여 줍니다. 번호가 그렇게 끝나는 건의가 먼저이고(3-5는 …-3-5), 그다음은 최근 접수된 순서입니다.
-- en: Suggestions found while presenting
--     Suggestions found by number or words (names of organisations, too), 200 at most. Those whose number ends like that come first (3-5 is …-3-5), then the newest.
--
-- $as_of   the day being looked at
-- $search  words that must all be found, or the end of a number
-- returns title, organization, label_en, suggestion_id, category, state, days_over, decision, promise_state, all_found

with found as materialized (
    select
        clock.suggestion_id,
        clock.place,
        clock.received_on,
        clock.category,
        clock.state,
        clock.days_over,
        clock.decision,
        clock.promise_state,
        ends_with_number(clock.suggestion_id, $search) as has_number
    from clock($as_of) as clock
    join suggestions as raised using (suggestion_id)
    where ends_with_number(clock.suggestion_id, $search)
        or holds_words(clock.suggestion_id, [raised.title, raised.detail, raised.organization], $search, false)
),
listed as (
    select
        *,
        (select count(*) from found) as all_found
    from found
    order by has_number desc, received_on desc, place
    limit 200
)
select
    cut(suggestions.title) as title,
    cut(seen_text(organizations.organization, false)) as organization,
    categories.label_en,
    listed.* exclude (place, received_on, has_number)
from listed
join seen_titles as suggestions using (suggestion_id)
join suggestions as organizations using (suggestion_id)
left join named_categories($as_of) as categories on categories.category = listed.category
order by
    listed.has_number desc,
    listed.received_on desc,
    listed.place;
