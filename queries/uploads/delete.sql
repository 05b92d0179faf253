-- Delete the rows that the upload names.

delete from {table} as held
using incoming
where {same_key} and incoming.record in (select record from compared where status = 'deleted');
