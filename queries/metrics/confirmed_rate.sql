-- ko: 이행 확인율
--     수용하거나 일부 수용하기로 회신한 건의(약속) 가운데 추진을 마쳤다는 보고를 확인자가 확인한 비율입니다.
-- en: Confirmed rate
--     Of the suggestions accepted wholly or partly (promises), the share reported as done and confirmed by someone.
-- without replies ko: 이행 확인이 기록된 약속
--     이 자료에서 수용하거나 일부 수용하기로 회신한 건의(약속) 가운데 완료 보고를 확인자가 확인한 것의 수입니다.
-- without replies en: Promises confirmed, on record
--     How many of the suggestions accepted wholly or partly in these data are reported as done and confirmed by someone.

create or replace macro confirmed_rate(done_confirmed, promises) as
    total(done_confirmed) / nullif(total(promises), 0);
