-- ko: 접수일 '{value}'보다 먼저 이루어진 답변이 있습니다. 접수일을 확인하거나 답변일을 먼저 고쳐 주십시오.
-- en: There are responses dated before the receipt, '{value}'. Please check it, or correct the responses first.
-- returns record, column_name, value

select
    incoming.record,
    'received_on' as column_name,
    any_value(coalesce(incoming.received_on, sessions.held_on))::varchar as value
from incoming
join sessions using (session_id)
join responses using (suggestion_id)
where responses.responded_on < case
    when responses.kind = 'on_site' then least(sessions.held_on, coalesce(incoming.received_on, sessions.held_on))
    else coalesce(incoming.received_on, sessions.held_on)
end
group by incoming.record
