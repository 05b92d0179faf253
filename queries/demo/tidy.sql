-- ko: 뒷정리
--     데모 자료를 만드는 동안 쓴 임시 표와 함수를 지웁니다.
-- en: Tidying up
--     Drops the temporary tables and macros the demo data was made with.
--
-- returns nothing

drop table demo_meetings;
drop table demo_organizations;
drop table demo_petitions;
drop table demo_draws;
drop table demo_asked;
drop table demo_clocks;
drop table demo_answers;
drop table demo_grounds;
drop table demo_followups;
drop table demo_promised;
drop macro demo_worded;
drop macro demo_slotted;
drop macro demo_weekday;
drop macro demo_line;
drop macro demo_dice;
