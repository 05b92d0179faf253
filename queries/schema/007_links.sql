-- Which suggestions ask the same: one row a pair, which stands once whatever the order. An upload writes the number that comes
-- first as text into suggestion_id, so that a file may name the two in either order.

create table links (
    suggestion_id varchar,
    related_id varchar,
    is_related boolean not null,   -- false: they were proposed, and a person said that they are not related
    reason varchar,
    primary key (suggestion_id, related_id)
);
