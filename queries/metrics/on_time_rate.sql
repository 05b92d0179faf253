-- ko: 목표일 내 회신율
--     최종 회신을 마쳤거나 목표일이 지난 건의 가운데 목표일까지 최종 회신을 받은 비율입니다.
--     목표일이 아직 오지 않은 건의와 기한이 중단된 건의는 세지 않습니다.
-- en: On-time rate
--     Of the suggestions that are due (answered, or past the target day), the share answered by the target day.
--     Those not yet due and those paused do not count.
-- without replies ko: 목표일까지 회신한 기록이 있는 건의
--     목표일까지 최종 회신한 기록이 이 자료에 있는 건의의 수입니다. 기록이 없다고 해서 회신이 늦었다는 뜻은 아닙니다.
-- without replies en: Suggestions answered in time, on record
--     How many suggestions have a final answer by the target day in these data. Where there is none on record, the answer need not have been late.

create or replace macro on_time_rate(answered_in_time, answered_late, waiting_overdue) as
    total(answered_in_time) / nullif(total(answered_in_time) + total(answered_late) + total(waiting_overdue), 0);
