-- ko: 진척이 없는 약속
--     마치지도 중단하지도 않았는데 약속하거나 마지막으로 보고한 뒤 90일(설정값) 이상 추진상황이 보고되지 않은 약속의 수입니다.
-- en: Stalled promises
--     Promises neither done nor stopped on which nothing was reported for 90 days (a setting) or more.

create or replace macro stalled(promises_stalled) as
    total(promises_stalled);
