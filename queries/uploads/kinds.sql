-- Problems about which the same sentence is said, once each; which records have them; a place for the sentences.

create or replace temp table kinds as
select
    row_number() over () as kind,
    *
from (
    select distinct
        column_name,
        value,
        code,
        others,
        hint,
        cells
    from problems
    where not is_warning
);

create or replace temp table kinds_of_records as
select
    problems.record,
    problems.column_name,
    problems.code,
    kinds.kind
from problems
join kinds
    on problems.column_name is not distinct from kinds.column_name
    and problems.value is not distinct from kinds.value
    and problems.code = kinds.code
    and problems.others is not distinct from kinds.others
    and problems.hint is not distinct from kinds.hint
where not problems.is_warning;

create or replace temp table sentences (kind bigint, sentence varchar);
