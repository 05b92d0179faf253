-- ko: 최종 회신이 아닌 답변에는 '{label}'을(를) 적지 않습니다. 칸을 비우거나 답변구분을 최종 회신으로 고쳐 주십시오.
-- en: Only a final answer has a '{label}'. Please clear the cell, or make the response a final answer.
-- returns record, column_name, value

select
    record,
    'decision' as column_name,
    decision as value
from incoming
where kind <> 'final' and decision is not null
