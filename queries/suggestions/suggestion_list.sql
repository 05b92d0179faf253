-- ko: 건의 목록
--     고른 조건과 검색어에 맞는 건의를 한 쪽씩, 따로 고르지 않으면 최근 접수된 것부터 보여 줍니다. 검색어가 여럿이면 모두 들어 있는 건의만 찾습니다.
-- en: List of suggestions
--     Suggestions that match the filters and the words, a page at a time, newest first unless sorted otherwise. Every word must be found.
--
-- $as_of               the day being looked at
-- $series              series chosen; empty means all
-- $sessions            meetings chosen; empty means all
-- $categories          categories chosen; empty means all
-- $departments         departments chosen, '' for none yet; empty means all
-- $states              states chosen; empty means all
-- $decisions           latest decisions chosen; empty means all
-- $organization_types  kinds of organisation chosen, '' for not recorded; empty means all
-- $bands               first days of the bands of days chosen, how long the answer took or the wait is; empty means all
-- $months              first days of the months of receipt chosen; empty means all
-- $promise_states      states of promises chosen; empty means all suggestions, promises or not
-- $promise_ages        first months of the ages of promises chosen; empty means all
-- $search              words to be found in the texts; '' means all
-- $ascending           the column to sort by, smallest first; '' for none
-- $descending          the column to sort by, largest first; '' for none
-- $first               how many are left out before the first one shown
-- $size                how many are shown at most
-- $is_staff            whether personal data are shown
-- returns suggestion_id, title, organization, category, label_en,
--     department, received_on, due_on, state, days_over, decision, promise_state, expected_on, found, number

with found as (
    select
        chosen.suggestion_id,
        row(-(chosen.received_on - date '2000-01-01'), chosen.place) as own_order,
        seen_text(suggestions.organization, $is_staff) as organization,
        chosen.category, categories.label_en,
        chosen.department, chosen.received_on, chosen.due_on, chosen.state, chosen.days_over, chosen.decision,
        chosen.promise_state, chosen.expected_on
    from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
    join suggestions using (suggestion_id)
    left join named_categories($as_of) as categories on categories.category = chosen.category
    where (len($states) = 0 or list_contains($states, chosen.state))
        and (len($decisions) = 0 or list_contains($decisions, chosen.decision))
        and (len($organization_types) = 0
            or list_contains($organization_types, coalesce(chosen.organization_type, '')))
        and (len($bands) = 0 or list_contains($bands, days_band(coalesce(chosen.turnaround, chosen.waited_days))))
        and (len($months) = 0 or list_contains($months, date_trunc('month', chosen.received_on)::date))
        and (len($promise_states) = 0 or list_contains($promise_states, chosen.promise_state))
        and (len($promise_ages) = 0 or list_contains($promise_ages, promise_age(chosen.promised_on, $as_of)))
        and ($search = '' or holds_words(
            suggestion_id, [suggestions.title, suggestions.detail, suggestions.organization], $search, $is_staff
        ))
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    part.category, part.label_en,
    coalesce(part.department, '') as department,
    part.received_on,
    part.due_on,
    part.state,
    part.days_over,
    part.decision,
    part.promise_state, part.expected_on,
    part.all_listed as found,
    part.number
from part_of(found, $ascending, $descending, $first, $size) as part
join seen_suggestions($is_staff) as suggestions using (suggestion_id)
order by part.number;
