-- ko: '{label}' {value}이(가) 간담회가 열린 날과 여섯 달 넘게 떨어져 있습니다. 연도를 확인해 주십시오. 맞으면 그대로 두십시오. 이 건의는 {value}부터 집계됩니다.
-- en: '{label}', {value}, is more than six months away from the day of the meeting. Please check the year. If it is right, leave it: the suggestion counts from {value} on.
-- level: warning
-- returns record, column_name, value

select
    incoming.record,
    'received_on' as column_name,
    incoming.received_on::varchar as value
from incoming
join sessions using (session_id)
where incoming.received_on <= $today
    and (
        incoming.received_on > sessions.held_on + interval 6 months
        or incoming.received_on < sessions.held_on - interval 6 months
    )
