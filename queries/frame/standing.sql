-- ko: 자료 상태
--     등록된 건의 수, 첫 접수일, 가상 데이터 여부, 마지막으로 자료가 바뀐 때를 한 줄로 보여 줍니다.
-- en: State of the data
--     How many suggestions there are, when the first came in, whether they are invented, and when they last changed.
--
-- returns suggestions, first_received_on, is_demo, changed_at

select
    (select count(*) from suggestions) as suggestions,
    (
        select min(coalesce(suggestions.received_on, sessions.held_on))
        from suggestions
        join sessions using (session_id)
    ) as first_received_on,
    coalesce(bool_or(kind = 'demo'), false) as is_demo,
    max(uploaded_at) as changed_at
from uploads;
