-- ko: 건의번호와 '{label}'가 모두 '{value}'입니다. 서로 다른 두 건의의 번호를 적어 주십시오.
-- en: Both numbers are '{value}'. Please write the numbers of two different suggestions.
-- returns record, column_name, value

select
    record,
    'related_id' as column_name,
    related_id as value
from incoming
where suggestion_id = related_id
