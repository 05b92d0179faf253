-- What a person chose for a heading that was not understood; used again for files of that table with the same headings.

create table heading_choices (
    table_name varchar not null,
    headings varchar not null,     -- all headings of the file, as they are compared, as a JSON list
    heading varchar not null,      -- as written; '#3' is a blank third one
    column_name varchar            -- null: left out
);
