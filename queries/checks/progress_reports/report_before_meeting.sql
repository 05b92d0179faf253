-- ko: '{label}' {value}이(가) 건의가 나온 간담회보다 빠릅니다. 날짜와 건의번호를 확인해 주십시오.
-- en: '{label}', {value}, lies before the meeting of the suggestion. Please check the day and the number of the suggestion.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'reported_on' as column_name,
    incoming.reported_on::varchar as value
from incoming
join suggestions using (suggestion_id)
join sessions using (session_id)
where incoming.reported_on < sessions.held_on
