-- The record of what was changed, by whom and when; and the days DuckDB counts with.

create table uploads (
    upload_id integer primary key,
    kind varchar not null,             -- file, form, deletion, undo or demo
    uploaded_by varchar not null,
    uploaded_at timestamp not null,    -- UTC
    undoes integer                     -- the upload that this one takes back
);

-- One row a table that the upload touched. The counts are of rows.
create table upload_files (
    upload_id integer not null,
    table_name varchar not null,
    file_name varchar,
    sha256 varchar,
    added integer not null,
    changed integer not null,
    deleted integer not null,
    unchanged integer not null,
    rejected integer not null
);

-- One row a changed row. `row_key` is the JSON list of the key's values as text;
-- `row_before` is null for an added row, `row_after` for a deleted one.
create table changes (
    upload_id integer not null,
    table_name varchar not null,
    row_key varchar not null,
    row_before json,
    row_after json
);

-- Filled from the holidays package when the file is opened.
create table public_holidays (
    day date not null,
    name varchar not null
);

-- The working-day calendar, made anew from the view `judged_days` whenever holidays change.
-- `running` is how many counted days there were up to and with that day.
create table calendar (
    day date not null,
    is_counted boolean not null,
    reason varchar,
    running integer not null
);
