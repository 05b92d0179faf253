-- One row is one row that the upload has written so far, and the file that said so.

create or replace temp table written_by (
    table_name varchar,
    row_key varchar,
    file varchar
);
