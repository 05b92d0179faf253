-- ko: 개최일 '{value}'이(가) 오늘보다 뒤인데, 이 간담회의 건의에 답변이 있습니다. 개최일을 확인해 주십시오.
-- en: The meeting lies ahead ('{value}'), yet its suggestions have responses. Please check the day of the meeting.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'held_on' as column_name,
    incoming.held_on::varchar as value
from incoming
where incoming.held_on > $today
    and incoming.session_id in (select suggestions.session_id from suggestions join responses using (suggestion_id))
