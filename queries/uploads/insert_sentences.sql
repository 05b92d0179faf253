-- Write down what is said about some kinds of problems.

insert into sentences
select
    unnest($kinds::bigint[]),
    unnest($sentences::varchar[]);
