-- More rows of a compared upload are rejected: one row a problem.

insert into row_problems
select
    unnest($records::bigint[]),
    unnest($columns::varchar[]),
    unnest($found::varchar[]),
    unnest($codes::varchar[]),
    false,
    null,
    unnest($hints::varchar[]),
    null;
