-- ko: 최종 회신에는 '{label}'이(가) 있어야 합니다. 수용, 일부 수용, 중장기 검토, 수용 곤란, 타 기관 이첩 가운데 하나를 적어 주십시오.
-- en: A final answer needs a '{label}'. Please write accepted, partly, long_term, declined or transferred.
-- returns record, column_name, value

select
    incoming.record,
    'decision' as column_name,
    null as value
from incoming
where incoming.kind = 'final'
    and incoming.decision is null
    and incoming.record not in (select record from cell_problems where column_name = 'decision')
