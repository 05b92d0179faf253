-- Write the rows of the upload that are new.

insert into {table} by name
select incoming.* exclude (record)
from incoming
join compared using (record)
where compared.status = 'added';
