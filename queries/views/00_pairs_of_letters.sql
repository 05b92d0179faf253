-- The pairs of neighbouring letters of a text, for likeness: DuckDB's own measures compare bytes, which misleads in Korean.
-- Only letters count: blanks, signs and numbers say nothing about the subject.

create or replace macro neighbouring_letters(words) as list_transform(
    [regexp_replace(lower(comparable(words)), '[^\p{L}]+', '', 'g')],
    lambda text: list_transform(range(1, length(text)), lambda place: substr(text, place, 2))
)[1];

-- Each once.
create or replace macro pairs_of_letters(words) as list_distinct(neighbouring_letters(words));
