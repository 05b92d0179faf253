-- Write the rows of the upload that are changed.

merge into {table} as held
using (
    select incoming.*
    from incoming
    join compared using (record)
    where compared.status = 'changed'
) as incoming
on {same_key}
when matched then update set {updates};
