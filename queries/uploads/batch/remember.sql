delete from remembered_answers
where headings = $headings and list_contains($questions::varchar[], question);

insert into remembered_answers
select
    $headings,
    unnest($questions::varchar[]),
    unnest($answers::varchar[]);
