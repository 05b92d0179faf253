-- ko: '{label}' {value}이(가) 간담회가 열린 날보다 빠릅니다. 날짜가 맞으면 그대로 두십시오. 이 답변은 {value}부터 집계됩니다.
-- en: '{label}', {value}, lies before the day of the meeting. If that is right, leave it: the response counts from {value} on.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'responded_on' as column_name,
    incoming.responded_on::varchar as value
from incoming
join suggestions using (suggestion_id)
join sessions using (session_id)
where incoming.responded_on < sessions.held_on
    and sessions.held_on <= $today
    and incoming.responded_on >= coalesce(suggestions.received_on, sessions.held_on)
