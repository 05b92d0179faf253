-- What the data cover, where that is less than everything: one row at most, and in most databases none.

create table coverage (
    coverage_id varchar primary key,       -- always 'whole': there is one description of all data
    description_ko varchar not null,
    description_en varchar,
    last_day_covered date not null,
    includes_replies boolean not null      -- whether replies of the body that answers are among the data
);
