-- ko: 이행 소요일수(중앙값)
--     약속의 절반이 첫 최종 회신 뒤 완료로 보고되기까지 걸린 날수입니다(휴일 포함). 아직 마치지 않은 약속도 기준일까지 함께 셉니다(카플란-마이어 방법).
--     이후 보고에서 완료가 취소되면 마치지 않은 것으로 봅니다.
-- en: Median days to done
--     The calendar days from the first final answer until half of the promises were reported as done. Those not done yet are
--     counted up to the as-of date (Kaplan-Meier). A later report that takes “done” back removes it.

create or replace macro median_days_to_done(observed) as
    (select max(median) from kaplan_meier(observed));
