-- ko: ‘수용’이 아닌 건의의 사유와 한계
--     가장 최근의 최종 처리결과가 ‘수용’이 아닌 건의를 최근 회신부터 4건까지 사유, 한계와 함께 보여 줍니다. 사유나 한계가 없으면 ‘적혀 있지 않음’으로 표시합니다.
-- en: Reasons and limits of what was not accepted
--     Suggestions whose latest final answer is not an acceptance, newest answer first, 4 at most, with reason and limits.
--     Where they were not stated, this is said.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, decision, reason, limits, not_accepted, with_reason

with listed as (
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where decision <> 'accepted'
),
counted as (
    select
        count(*) as not_accepted,
        count_if(states_reason) as with_reason
    from listed
),
found as materialized (
    from listed
    order by last_final_on desc, place
    limit 4
),
latest as (
    select
        suggestion_id,
        arg_max(response_id, row(responded_on, response_id)) as response_id
    from responses
    semi join found using (suggestion_id)
    where kind = 'final' and responded_on <= $as_of
    group by suggestion_id
)
select
    found.suggestion_id,
    cut(suggestions.title) as title,
    found.decision,
    case when says_something(responses.reason) then cut_after(responses.reason, 400) end as reason,
    case when says_something(responses.limits) then cut_after(responses.limits, 400) end as limits,
    counted.not_accepted,
    counted.with_reason
from found
cross join counted
join latest using (suggestion_id)
join seen_responses(false) as responses using (response_id)
join seen_titles as suggestions on suggestions.suggestion_id = found.suggestion_id
order by found.last_final_on desc, found.place;
