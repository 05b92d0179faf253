-- What others than staff see of personal data: 이OO for a name; e-mail addresses and phone numbers in free text hidden.

create or replace macro masked_name(name) as
    case when trim(coalesce(name, '')) <> '' then left(trim(name), 1) || 'OO' end;

create or replace macro masked_text(words) as
    regexp_replace(
        regexp_replace(words, '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}', '[전자우편 가림]', 'g'),
        '(^|[^0-9])(\+82[-. ]?\d{1,2}|0\d{1,2})[-. )]{0,2}\d{3,4}[-. ]?\d{4}($|[^0-9])', '\1[전화번호 가림]\3', 'g'
    );
