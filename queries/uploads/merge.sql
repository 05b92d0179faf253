-- Write the rows of the upload that are changed.

merge into {table} as held
using (
    from incoming
    where record in (select record from compared where status = 'changed')
) as incoming
on {same_key}
when matched then update set {updates};
