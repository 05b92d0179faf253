-- ko: 이행률
--     수용하거나 일부 수용하기로 회신한 건의(약속) 가운데 추진을 마쳤다고 보고된 비율입니다. ‘추진 중’과 ‘추진 예정’은 이행으로 세지 않습니다.
-- en: Fulfilment rate
--     Of the suggestions accepted wholly or partly (promises), the share reported as done. What is in progress or planned does not count.
-- without replies ko: 완료 보고가 기록된 약속
--     이 자료에서 수용하거나 일부 수용하기로 회신한 건의(약속) 가운데 추진을 마쳤다는 보고가 있는 것의 수입니다.
-- without replies en: Promises reported as done, on record
--     How many of the suggestions accepted wholly or partly in these data are reported as done.

create or replace macro fulfilment_rate(done_reported, done_confirmed, promises) as
    (total(done_reported) + total(done_confirmed)) / nullif(total(promises), 0);
