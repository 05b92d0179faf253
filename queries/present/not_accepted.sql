-- ko: ‘수용’이 아닌 건의의 사유와 한계
--     가장 최근의 최종 처리결과가 ‘수용’이 아닌 건의를 최근 회신부터 4건까지 사유, 한계와 함께 보여 줍니다. 사유나 한계가 없으면 ‘적혀 있지 않음’으로 표시합니다.
-- en: Reasons and limits of what was not accepted
--     Suggestions whose latest final answer is not an acceptance, newest answer first, 4 at most, with reason and limits.
--     Where they were not stated it shows.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, decision, reason, limits, not_accepted, with_reason

with found as (
    select
        suggestion_id,
        decision,
        states_reason,
        count(*) over () as not_accepted,
        count(*) filter (states_reason) over () as with_reason
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where decision <> 'accepted'
),
latest as (
    select
        suggestion_id,
        responded_on,
        reason,
        limits
    from responses
    where kind = 'final' and responded_on <= $as_of
    qualify row_number() over (partition by suggestion_id order by responded_on desc, response_id desc) = 1
)
select
    found.suggestion_id,
    masked_text(suggestions.title) as title,
    found.decision,
    case when says_something(latest.reason) then masked_text(latest.reason) end as reason,
    case when says_something(latest.limits) then masked_text(latest.limits) end as limits,
    found.not_accepted,
    found.with_reason
from found
join latest using (suggestion_id)
join suggestions using (suggestion_id)
order by
    latest.responded_on desc,
    found.suggestion_id
limit 4;
