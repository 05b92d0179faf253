-- A number that is the same when the same rows would be written.

select coalesce(bit_xor(hash(compared.status, {columns})), 0)
from compared
join incoming using (record)
where compared.status <> 'unchanged';
