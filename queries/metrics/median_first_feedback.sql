-- ko: 첫 회신 소요일수(중앙값)
--     건의의 절반이 현장 답변, 중간 회신, 최종 회신 중 하나라도 받기까지 걸린 근무일수를 추정한 값입니다. 회신을 기다리는 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법).
-- en: Median first feedback
--     The estimated working days until half of the suggestions had any response, on site, interim or final. Those still
--     waiting are counted for as long as they have waited (Kaplan-Meier).
-- without replies ko: 첫 회신 소요일수(중앙값)
--     건의의 절반에 현장 답변, 중간 회신, 최종 회신 중 하나라도 기록되기까지 걸린 근무일수입니다. 회신 기록이 있는 건의가 절반에 이르지 않으면 ‘알 수 없음’으로 표시합니다.
-- without replies en: Median first feedback
--     The working days until half of the suggestions had any response on record. Unknown where fewer than half have one in these data.

create or replace macro median_first_feedback(observed) as
    (select max(median) from kaplan_meier(observed));
