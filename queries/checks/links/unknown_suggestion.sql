-- ko: '{value}'은(는) 등록되지 않은 건의번호입니다. 건의를 먼저 등록하거나 번호를 확인해 주십시오.
-- en: There is no suggestion '{value}'. Please upload the suggestion first, or check its number.
-- returns record, column_name, value

select
    record,
    column_name,
    value
from (
    unpivot (from incoming select record, suggestion_id, related_id)
    on suggestion_id, related_id
    into name column_name value value
)
where value not in (select suggestion_id from suggestions)
    and (record, column_name) not in (select (record, column_name) from cell_problems)
