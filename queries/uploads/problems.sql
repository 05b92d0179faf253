-- One row is one problem of one row of the upload. A row with one that is not a warning is rejected.

create or replace temp table problems (
    record bigint not null,
    column_name varchar,
    value varchar,
    code varchar not null,
    is_warning boolean default false,
    others bigint[]     -- the records that share the key
);
