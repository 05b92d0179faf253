-- A text by which ids sort as people count: every run of digits padded with zeros, so that 2 comes before 10.
-- Runs longer than 40 digits keep their order as text; equal keys such as those of 7 and 007 need the id behind them.

create or replace macro natural_key(id) as array_to_string(
    list_transform(
        regexp_extract_all(id, '[0-9]+|[^0-9]+'),
        lambda part: if(part[1] between '0' and '9' and length(part) < 40, lpad(part, 40, '0'), part)
    ),
    ''
);

-- Whether an id ends with a number that is asked for, whole and whatever zeros stand before it: GJ-3-12 with 3-12 and with 12,
-- not with 2. Keys are made only of the ids that end with the same sign.

create or replace macro ends_with_number(id, number) as
    ends_with(id, right(number, 1))
    and ends_with('-' || natural_key(id), '-' || natural_key(number));
