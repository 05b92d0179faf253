-- ko: '{value}'은(는) 등록되지 않은 간담회번호입니다. 간담회를 먼저 등록하거나 번호를 확인해 주십시오.
-- en: There is no meeting '{value}'. Please upload the meeting first, or check its number.
-- returns record, column_name, value

select
    record,
    'session_id' as column_name,
    session_id as value
from incoming
where session_id not in (select session_id from sessions)
    and record not in (select record from cell_problems where column_name = 'session_id')
