-- ko: 건의 상세 내용
--     건의 하나에 대해 누가 언제 무엇을 건의했고 지금 어떤 상태인지 보여 줍니다. 담당자가 아니면 제안자의 이름은 성만 보입니다.
-- en: One suggestion
--     Who asked for what and when, and where it stands now. Everybody but staff sees only the family name of the speaker.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns suggestion_id, title, detail, organization, organization_type, speaker, speaker_role, category, label_en,
--     session_id, series, round, topic, held_on, department, received_on, computed_due_on, extended_due_on, due_on,
--     extension_reason, state, days_over, answered_on, turnaround, waited_days, decision, promise_state, review_on, source

select
    suggestions.suggestion_id,
    suggestions.title,
    suggestions.detail,
    suggestions.organization,
    suggestions.organization_type,
    suggestions.speaker,
    suggestions.speaker_role,
    suggestions.category,
    categories.label_en,
    clock.session_id,
    sessions.series,
    clock.round,
    sessions.topic,
    clock.held_on,
    coalesce(suggestions.department, '') as department,
    clock.received_on,
    clock.computed_due_on,
    clock.extended_due_on,
    clock.due_on,
    suggestions.extension_reason,
    clock.state,
    clock.days_over,
    clock.answered_on,
    clock.turnaround,
    clock.waited_days,
    clock.decision,
    clock.promise_state,
    clock.review_on,
    suggestions.source
from clock($as_of) as clock
join seen_suggestions($is_staff) as suggestions using (suggestion_id)
join seen_sessions($is_staff) as sessions on sessions.session_id = clock.session_id
left join seen_categories($is_staff) as categories on categories.category = suggestions.category
where clock.suggestion_id = $suggestion_id
order by clock.suggestion_id;
