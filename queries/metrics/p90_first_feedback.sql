-- ko: 첫 회신 90% 도달일
--     건의의 90%가 현장 답변, 중간 회신, 최종 회신 중 하나라도 받기까지 걸린 근무일수입니다. 아직 기다리는 건의도 함께 셉니다.
-- en: 90 % first feedback
--     The working days until nine in ten suggestions had any response, on site, interim or final. Those still waiting
--     are counted for as long as they have waited.

create or replace macro p90_first_feedback(observed) as
    (select max(p90) from kaplan_meier(observed));
