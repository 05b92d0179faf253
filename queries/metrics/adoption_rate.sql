-- ko: 수용률
--     최종 회신을 받은 건의 가운데 가장 최근의 처리결과가 ‘수용’ 또는 ‘일부 수용’인 비율입니다.
-- en: Adoption rate
--     Of the suggestions with a final answer, the share whose latest decision is “accepted” or “partly accepted”.
-- without replies ko: 수용 기록이 있는 건의
--     이 자료에 있는 가장 최근의 최종 처리결과가 ‘수용’ 또는 ‘일부 수용’인 건의의 수입니다.
-- without replies en: Suggestions accepted, on record
--     How many suggestions have “accepted” or “partly accepted” as their latest final decision in these data.

create or replace macro adoption_rate(accepted, partly, answered) as
    (total(accepted) + total(partly)) / nullif(total(answered), 0);
