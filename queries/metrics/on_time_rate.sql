-- ko: 목표일 내 회신율
--     최종 회신을 마쳤거나 목표일이 지난 건의 가운데 목표일까지 최종 회신을 받은 비율입니다.
--     목표일이 아직 오지 않은 건의와 기한이 중단된 건의는 세지 않습니다.
-- en: On-time rate
--     Of the suggestions whose time has come (answered, or past the target day), the share answered by the target day.
--     Those not yet due and those paused do not count.

create or replace macro on_time_rate(state) as
    count(*) filter (state = 'answered_in_time')
    / nullif(count(*) filter (state in ('answered_in_time', 'answered_late', 'waiting_overdue')), 0);
