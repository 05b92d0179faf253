-- Which views and macros stand in the file: the digest of their texts, so that they are made anew only when they differ.

create table definitions (
    digest varchar not null
);
