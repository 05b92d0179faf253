-- ko: 완료예정일이 늦춰진 약속
--     처음에 밝힌 완료예정일보다 지금의 완료예정일이 늦은 약속의 수입니다.
-- en: Promises that slipped
--     Promises whose expected day is later now than the first one stated.

create or replace macro slipped(promises_slipped) as
    total(promises_slipped);
