-- One row is one word of the upload that its column understands, as written, and the code it stands for.

create or replace temp table known_words as
select
    unnest($columns::varchar[]) as column_name,
    unnest($words::varchar[]) as word,
    unnest($codes::varchar[]) as code;
