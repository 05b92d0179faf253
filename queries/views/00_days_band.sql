-- One row is one band of counted days, from its first to its last day; the last band has no end.

create or replace macro days_bands() as table
select *
from (values (1, 7), (8, 14), (15, 28), (29, 60), (61, null)) as bands (from_day, to_day);

-- The first day of the band that a number of counted days lies in.

create or replace macro days_band(days) as
    (select max(from_day) from days_bands() where from_day <= days);
