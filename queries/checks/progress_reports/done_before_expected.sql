-- ko: 완료했다는 보고인데 '{label}' {value}이(가) 보고일보다 뒤입니다. 일찍 끝났으면 그대로 두시고, 아니면 추진상황을 확인해 주십시오.
-- en: This report says that it is done, but '{label}', {value}, lies after the day of the report. If it was done early, leave it; if not, please check the progress.
-- level: warning
-- returns record, column_name, value

select
    record,
    'expected_on' as column_name,
    expected_on::varchar as value
from incoming
where progress = 'done' and expected_on > reported_on
