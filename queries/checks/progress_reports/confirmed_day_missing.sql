-- ko: 확인자는 있는데 '{label}'이 비어 있습니다. 그대로 등록할 수 있지만 확인된 것으로 보지 않습니다.
-- en: There is a name of who confirmed, but '{label}' is empty. It can be uploaded, and does not count as confirmed.
-- level: warning
-- returns record, column_name, value

select
    record,
    'confirmed_on' as column_name,
    null as value
from incoming
where confirmed_by is not null
    and confirmed_on is null
    and record not in (select record from cell_problems where column_name = 'confirmed_on')
