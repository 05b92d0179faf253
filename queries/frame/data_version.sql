-- ko: 자료 버전
--     지금 자료가 몇 번째 반영까지 담고 있는지와 그 반영 시각(UTC)입니다. 되돌리기도 하나의 반영으로 셉니다.
-- en: Version of the data
--     Up to which change the data stand as they do, and when it was made (UTC). Taking a change back is a change too.
--
-- returns version, changed_at

select
    coalesce(max(upload_id), 0)::bigint as version,
    max(uploaded_at) as changed_at
from uploads;
