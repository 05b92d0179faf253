-- How personal data are found in the cells of an upload: exactly what masking hides from others than staff.

create or replace temp macro contact_in(cell) as coalesce(
    nullif(regexp_extract(without_invisible_signs(half_width(cell)), address_pattern()), ''),
    nullif(regexp_extract(without_invisible_signs(half_width(cell)), resident_pattern(), 2), ''),
    nullif(regexp_extract(without_invisible_signs(half_width(cell)), mobile_pattern(), 2), ''),
    nullif(regexp_extract(without_invisible_signs(half_width(cell)), telephone_pattern(), 2), ''),
    regexp_extract(without_invisible_signs(half_width(cell)), number_pattern(), 2)
);

-- One row is one cell of some rows of a table in which something is hidden from others than staff.
create or replace temp macro contact_details(rows, table_name) as table
with cells as (
    unpivot (
        select
            record,
            columns(lambda name: list_contains(free_text_of(table_name) || names_of(table_name), name))
        from query_table(rows)
    )
    on columns(* exclude (record))
    into name column_name value cell
)
select
    record,
    column_name,
    contact_in(cell) as value
from cells
where holds_contact(cell);
