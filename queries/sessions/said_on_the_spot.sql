-- ko: 현장 답변
--     이 간담회의 건의에 현장에서 한 답변입니다. 500건까지 보여 줍니다. 현장 답변은 최종 회신이 아니며, 그 뒤에 어떻게 되었는지 함께 보여 줍니다.
-- en: On-site replies
--     On-site replies to the suggestions of this meeting, 500 at most. An on-site reply is not the final answer; what became of it stands beside it.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $meeting      the meeting
-- returns suggestion_id, title, answer, responder, state, days_over, decision, promise_state, all_listed

with said as (
    select
        responses.response_id,
        responses.responded_on,
        chosen.suggestion_id,
        chosen.place,
        chosen.state,
        chosen.days_over,
        chosen.decision,
        chosen.promise_state,
        count(*) over () as all_listed
    from responses
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
    where chosen.session_id = $meeting
        and responses.kind = 'on_site'
        and responses.responded_on <= $as_of
    order by
        chosen.place,
        responses.responded_on
    limit 500
)
select
    said.suggestion_id,
    cut(suggestions.title) as title,
    cut_after(responses.answer, 300) as answer,
    cut(responses.responder) as responder,
    said.state,
    said.days_over,
    said.decision,
    said.promise_state,
    said.all_listed
from said
join seen_responses(false) as responses using (response_id)
join seen_titles as suggestions on suggestions.suggestion_id = said.suggestion_id
order by
    said.place,
    said.responded_on,
    said.response_id;
