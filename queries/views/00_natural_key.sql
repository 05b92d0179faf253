-- A text by which ids sort as people count: every run of digits padded with zeros, so that 2 comes before 10.
-- Runs longer than 40 digits keep their order as text; equal keys such as those of 7 and 007 need the id behind them.

create or replace macro natural_key(id) as array_to_string(
    list_transform(
        regexp_extract_all(id, '[0-9]+|[^0-9]+'),
        lambda part: if(part[1] between '0' and '9' and length(part) < 40, lpad(part, 40, '0'), part)
    ),
    ''
);
