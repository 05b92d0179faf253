-- A number that is the same when the same rows would be written over the same rows.

select coalesce(bit_xor(hash(compared.status, {columns}, {held})), 0)
from compared
join incoming using (record)
left join {table} as held on {same_key}
where compared.status <> 'unchanged';
