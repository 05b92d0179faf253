-- A change without either value is a row that was added and that its table holds: its values are written down by what changes
-- or deletes it next. An older program would take it for a deletion, and does not open this database.

comment on column changes.row_before is 'null for an added row';
comment on column changes.row_after is 'null for a deleted row, and for an added one that was not written down twice';
