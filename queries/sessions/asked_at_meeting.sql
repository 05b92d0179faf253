-- ko: 나온 건의
--     이 간담회에서 누가 무엇을 건의했고 지금 어떤 상태인지 보여 줍니다. 약속한 것부터 500건까지 보여 주며, 건수는 모두 셉니다. 제안자의 이름은 담당자에게만 보입니다.
-- en: What was asked
--     Who asked for what at this meeting, and where it stands now: what was promised first, 500 at most, while the counts are of all. Names of speakers are shown to staff only.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $meeting      the meeting
-- $is_staff     whether personal data are shown
-- returns suggestion_id, title, organization, speaker, category, label_en, department, state, days_over, decision, promise_state,
--     all_asked, all_answered, all_promises, all_confirmed

select
    asked.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    case when $is_staff then cut(suggestions.speaker) end as speaker,
    asked.category,
    categories.label_en,
    coalesce(asked.department, '') as department,
    asked.state,
    asked.days_over,
    asked.decision,
    asked.promise_state,
    asked.all_asked,
    asked.all_answered,
    asked.all_promises,
    asked.all_confirmed
from (
    select
        *,
        count(*) over () as all_asked,
        count(answered_on) over () as all_answered,
        count(promise_state) over () as all_promises,
        count(*) filter (promise_state = 'done_confirmed') over () as all_confirmed
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where session_id = $meeting
    order by promise_state is null, place
    limit 500
) as asked
join seen_suggestions($is_staff) as suggestions using (suggestion_id)
left join named_categories($as_of) as categories on categories.category = asked.category
order by asked.promise_state is null, asked.place;
