-- ko: 회신율(중간 회신 포함)
--     접수된 건의 가운데 현장 답변, 중간 회신, 최종 회신 중 하나라도 받은 비율입니다.
-- en: Feedback rate
--     Of the suggestions received, the share that got any response: on site, interim or final.
-- without replies ko: 회신 기록이 있는 건의
--     접수된 건의 가운데 이 자료에 현장 답변, 중간 회신, 최종 회신 중 하나라도 기록된 건의의 수입니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Suggestions with a reply on record
--     How many of the suggestions received have any response in these data: on site, interim or final. Where there is none on record, there may still have been a reply.

create or replace macro feedback_rate(with_feedback, received) as
    total(with_feedback) / nullif(total(received), 0);
