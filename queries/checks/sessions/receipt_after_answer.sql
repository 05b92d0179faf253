-- ko: 개최일 '{value}'보다 먼저 이루어진 답변이 있습니다. 개최일을 확인하거나 답변일을 먼저 고쳐 주십시오.
-- en: There are responses dated before the day of the meeting, '{value}'. Please check it, or correct the responses first.
-- returns record, column_name, value

select
    incoming.record,
    'held_on' as column_name,
    incoming.held_on::varchar as value
from incoming
join suggestions using (session_id)
join responses using (suggestion_id)
where suggestions.received_on is null
group by incoming.record, incoming.held_on
having min(responses.responded_on) < incoming.held_on
