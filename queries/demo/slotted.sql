-- ko: 건의 문안 채우기
--     건의 문안의 빈자리 {a}와 {b}를 고른 말로 채웁니다.
-- en: Wording of a suggestion
--     Fills the slots {a} and {b} of a suggestion with the words drawn for them.
--
-- returns nothing

create or replace temp macro demo_slotted(wording, a, b) as
    replace(replace(wording, '{a}', a), '{b}', b);
