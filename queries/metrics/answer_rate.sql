-- ko: 최종 회신율
--     접수된 건의 가운데 최종 회신을 받은 비율입니다. 현장 답변과 중간 회신만 있는 건의는 세지 않습니다.
-- en: Answer rate
--     Of the suggestions received, the share that got a final answer. On-site and interim replies do not count.
-- without replies ko: 최종 회신 기록이 있는 건의
--     접수된 건의 가운데 이 자료에 최종 회신 기록이 있는 건의의 수입니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Suggestions with a final answer on record
--     How many of the suggestions received have a final answer in these data. Where there is none on record, there may still have been an answer.

create or replace macro answer_rate(answered, received) as
    total(answered) / nullif(total(received), 0);
