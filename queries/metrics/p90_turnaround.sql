-- ko: 회신 소요일수(90% 기준)
--     건의의 90%가 최종 회신을 받기까지 걸린 근무일수를 추정한 값입니다. 남은 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법).
--     실제로 회신을 받은 비율이 90%보다 낮아도 추정할 수 있으며, 추정한 비율이 90%에 이르지 않으면 ‘산출 전’으로 표시합니다.
-- en: 90% turnaround
--     The estimated working days until 90% of the suggestions had their final answer. Those left to answer are counted for
--     as long as they have waited (Kaplan-Meier), so it can be known while fewer than 90% have been answered. Unknown until
--     the share so estimated reaches 90%.
-- without replies ko: 회신 소요일수(90% 기준)
--     건의의 90%에 최종 회신 기록이 있기까지 걸린 근무일수입니다. 최종 회신 기록이 있는 건의가 90%에 이르지 않으면 ‘알 수 없음’으로 표시합니다.
-- without replies en: 90% turnaround
--     The working days until 90% of the suggestions had a final answer on record. Unknown where fewer have one in these data.

create or replace macro p90_turnaround(observed) as
    (select max(p90) from kaplan_meier(observed));
