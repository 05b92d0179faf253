-- Write the rows of the upload that are new or changed.

merge into {table} as held
using (
    select incoming.*
    from incoming
    join compared using (record)
    where compared.status <> 'unchanged'
) as incoming
on {same_key}
when matched then {update}
when not matched then insert ({columns}) values ({values});
