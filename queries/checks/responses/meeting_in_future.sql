-- ko: 아직 열리지 않은 간담회({value})의 건의에 대한 답변입니다. 개최일을 확인해 주십시오.
-- en: This is a response to a suggestion from a meeting that lies ahead ({value}). Please check the day of the meeting.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'suggestion_id' as column_name,
    sessions.held_on::varchar as value
from incoming
join suggestions using (suggestion_id)
join sessions using (session_id)
where sessions.held_on > $today
