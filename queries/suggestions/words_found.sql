-- ko: 검색어별 건의 수
--     여러 말을 찾을 때, 고른 조건 안에서 모두 들어 있는 건의와 말마다 그 말이 들어 있는 건의가 몇 건인지 셉니다.
-- en: Suggestions by word
--     Of several words, how many suggestions within the filters hold all of them, and how many hold each one of them, whatever else they hold.
--
-- $as_of               the day being looked at
-- $series              series chosen; empty means all
-- $sessions            meetings chosen; empty means all
-- $categories          categories chosen; empty means all
-- $departments         departments chosen, '' for none yet; empty means all
-- $states              states chosen; empty means all
-- $decisions           latest decisions chosen; empty means all
-- $organization_types  kinds of organisation chosen, '' for not recorded; empty means all
-- $months              first days of the months of receipt chosen; empty means all
-- $promise_states      states of promises chosen; empty means all suggestions, promises or not
-- $search              the words
-- $is_staff            whether personal data are shown
-- returns place, found

with words as (
    select $search as word, 0 as place
    union all
    select unnest(search_words($search)) as word, generate_subscripts(search_words($search), 1) as place
),
narrowed as materialized (
    select chosen.suggestion_id, [suggestions.title, suggestions.detail, suggestions.organization] as texts
    from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
    join suggestions using (suggestion_id)
    where (len($states) = 0 or list_contains($states, chosen.state))
        and (len($decisions) = 0 or list_contains($decisions, chosen.decision))
        and (len($organization_types) = 0
            or list_contains($organization_types, coalesce(chosen.organization_type, '')))
        and (len($months) = 0 or list_contains($months, date_trunc('month', chosen.received_on)::date))
        and (len($promise_states) = 0 or list_contains($promise_states, chosen.promise_state))
)
select
    words.place,
    count(narrowed.suggestion_id) as found
from words
left join narrowed on holds_words(narrowed.suggestion_id, narrowed.texts, words.word, $is_staff)
group by words.place
order by words.place;
