-- ko: '자료 범위'의 마지막 자료일({value}) 뒤의 보고입니다. 화면은 마지막 자료일을 기준으로 열리므로, 자료 범위를 함께 고치거나 지워 주십시오.
-- en: This report was made after the last day that the table 'Coverage' names ({value}), and pages open as of that day. Please change or delete that row as well.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'reported_on' as column_name,
    coverage.last_day_covered::varchar as value
from incoming
cross join coverage
where incoming.reported_on > coverage.last_day_covered
