-- One row is one band of calendar months since a promise was made, from its first month on; the last band has no end.

create or replace macro promise_ages() as table
select *
from (values (0, 6), (6, 12), (12, 24), (24, null)) as ages (from_month, to_month);

-- The first month of the band that a promise lies in: one that is exactly six months old lies in the second.

create or replace macro promise_age(promised_on, as_of) as
    (select max(from_month) from promise_ages() where promised_on <= as_of - to_months(from_month));
