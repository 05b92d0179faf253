-- ko: 평일로 옮김
--     토요일과 일요일은 다음 월요일로 옮깁니다. 공휴일은 살피지 않습니다.
-- en: Moved to a weekday
--     Saturdays and Sundays move to the Monday after. Public holidays are not looked at.
--
-- returns nothing

create or replace temp macro demo_weekday(day) as
    day + case isodow(day) when 6 then 2 when 7 then 1 else 0 end;
