-- Write the rows of the upload that are new.

insert into {table} by name
select * exclude (record)
from incoming
where record in (select record from compared where status = 'added');
