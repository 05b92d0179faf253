-- What the data cover, where that is less than everything: one row at most, and in most databases none.

create table coverage (
    coverage_id varchar primary key,       -- any word: a rule of the upload sees to it that there is one row at most
    description_ko varchar not null,
    description_en varchar,
    last_day_covered date not null,
    includes_replies boolean not null      -- whether replies of the body that answers are among the data
);
