-- ko: 최종 회신율
--     접수된 건의 가운데 최종 회신을 받은 비율입니다. 현장 답변과 중간 회신만 있는 건의는 세지 않습니다.
-- en: Answer rate
--     Of the suggestions received, the share that got a final answer. On-site and interim replies do not count.

create or replace macro answer_rate(answered_on) as
    count(answered_on) / nullif(count(*), 0);
