-- One row is one row of shown_categories, from the table that was made for a day.

create or replace macro named_categories(as_of) as table
from query_table('clocks.categories_' || strftime(as_of, '%Y%m%d'));
