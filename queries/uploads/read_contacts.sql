-- How a telephone number or an e-mail address is found in a cell.

create or replace temp macro contact_pattern() as
    '[\w.+-]+@[\w-]+\.[\w.-]+|\b0(2|1[016789]|[3-6]\d|70|80|50\d)[-. )]{0,2}\d{3,4}[-. ]?\d{4}\b';

create or replace temp macro contact_in(cell) as
    regexp_extract(cell, contact_pattern());

create or replace temp macro looks_like_contact(cell) as
    regexp_matches(cell, contact_pattern());
