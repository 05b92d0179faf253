-- What is presented again under a name. Rows are only ever added: a deck is its last version, and taking something back adds
-- what stood before as one version more, which says which one it brings back.

create table deck_versions (
    version_id integer primary key,
    deck_id integer not null,
    name varchar not null,
    content varchar not null,      -- JSON: story, what it is about, slides, pinned suggestions, and notes by slide
    is_deleted boolean not null,
    brings_back integer,
    saved_by varchar not null,
    saved_at timestamp not null    -- UTC
);
