-- Rows of which the check says something else now than at the preview.

select to_json([{key}])
from incoming
left join compared using (record)
left join compared_before using (record)
where compared.status is distinct from compared_before.status
order by incoming.record;
