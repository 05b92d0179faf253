-- ko: 회신 소요일수(중앙값)
--     건의의 절반이 최종 회신을 받기까지 걸린 근무일수를 추정한 값입니다. 남은 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법).
--     이렇게 추정한 비율이 절반에 이르지 않으면 ‘산출 전’으로 표시합니다.
-- en: Median turnaround
--     The estimated working days until half of the suggestions had their final answer. Those left to answer are counted
--     for as long as they have waited (Kaplan-Meier). Unknown until the share so estimated reaches half.
-- without replies ko: 회신 소요일수(중앙값)
--     건의의 절반에 최종 회신 기록이 있기까지 걸린 근무일수입니다. 최종 회신 기록이 있는 건의가 절반에 이르지 않으면 ‘알 수 없음’으로 표시합니다.
-- without replies en: Median turnaround
--     The working days until half of the suggestions had a final answer on record. Unknown where fewer than half have one in these data.

create or replace macro median_turnaround(observed) as
    (select max(median) from kaplan_meier(observed));
