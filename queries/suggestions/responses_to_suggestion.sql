-- ko: 건의별 답변
--     건의 하나에 대한 현장 답변, 중간 회신, 최종 회신을 나온 순서대로 모두 보여 줍니다.
-- en: Responses to one suggestion
--     Every on-site, interim and final response to one suggestion, in the order they were given.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns response_id, responded_on, kind, decision, progress, answer, reason, limits, next_step, revisit_on,
--     responder, source, note

select
    response_id,
    responded_on,
    kind,
    decision,
    progress,
    answer,
    reason,
    limits,
    next_step,
    revisit_on,
    responder,
    source,
    note
from seen_responses($is_staff)
where suggestion_id = $suggestion_id
    and responded_on <= $as_of
order by
    responded_on,
    response_id;
