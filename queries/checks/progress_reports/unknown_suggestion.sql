-- ko: '{value}'은(는) 등록되지 않은 건의번호입니다. 건의를 먼저 등록하거나 번호를 확인해 주십시오.
-- en: There is no suggestion '{value}'. Please upload the suggestion first, or check its number.
-- returns record, column_name, value

select
    record,
    'suggestion_id' as column_name,
    suggestion_id as value
from incoming
where suggestion_id not in (select suggestion_id from suggestions)
    and record not in (select record from cell_problems where column_name = 'suggestion_id')
