-- What happened around the meetings and may explain a turn in a curve: an ordinance, an election, a reorganisation.

create table events (
    event_id varchar primary key,
    day date not null,
    title varchar not null,
    kind varchar,
    note varchar,
    source_url varchar
);
