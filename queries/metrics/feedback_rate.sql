-- ko: 회신율(중간 회신 포함)
--     접수된 건의 가운데 현장 답변, 중간 회신, 최종 회신 중 하나라도 받은 비율입니다.
-- en: Feedback rate
--     Of the suggestions received, the share that got any response: on site, interim or final.

create or replace macro feedback_rate(first_feedback_on) as
    count(first_feedback_on) / nullif(count(*), 0);
