-- ko: 답변일 '{value}'이(가) 건의를 접수한 날보다 빠릅니다. 답변일이나 접수일을 확인해 주십시오(현장 답변은 간담회 당일부터 가능합니다).
-- en: The response is dated '{value}', before the suggestion was received. Please check both dates (an on-site reply may bear the day of the meeting).
-- returns record, column_name, value

select
    incoming.record,
    'responded_on' as column_name,
    incoming.responded_on::varchar as value
from incoming
join suggestions using (suggestion_id)
join sessions using (session_id)
where incoming.responded_on < case
    when incoming.kind = 'on_site' then least(sessions.held_on, coalesce(suggestions.received_on, sessions.held_on))
    else coalesce(suggestions.received_on, sessions.held_on)
end
