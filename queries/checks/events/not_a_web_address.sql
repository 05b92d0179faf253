-- ko: {label} ‘{value}’이(가) http:// 또는 https://로 시작하지 않아 링크로 보여 드리지 않습니다. 웹 주소가 맞는지 확인해 주십시오.
-- en: {label} '{value}' does not begin with http:// or https://, so it is not shown as a link. Please check the address.
-- level: warning
-- returns record, column_name, value

select
    record,
    'source_url' as column_name,
    source_url as value
from incoming
where source_url is not null
    and not regexp_matches(source_url, '^https?://[^\s]+$')
order by record;
