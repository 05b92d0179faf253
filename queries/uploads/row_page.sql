-- One page of rows that would be touched: the record, every column before, every column after.

select
    incoming.record,
    {before},
    {after}
from incoming
join compared using (record)
left join {table} as held on {same_key}
where compared.status = $status
order by incoming.record
limit $limit
offset $offset;
