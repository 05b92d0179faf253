-- Which files of this folder have been applied to this database.
create table if not exists schema_files (name varchar primary key);
