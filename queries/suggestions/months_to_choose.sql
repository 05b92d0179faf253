-- ko: 고를 수 있는 접수월
--     건의가 접수된 달을 최근 달부터 보여 줍니다.
-- en: Months of receipt to choose from
--     The months in which suggestions were received, newest first.
--
-- returns month

select distinct date_trunc('month', coalesce(suggestions.received_on, sessions.held_on))::date as month
from suggestions
join sessions using (session_id)
order by month desc;
