-- Write down what a deck is from now on; a new deck gets the next number.

insert into deck_versions
select
    coalesce(max(version_id), 0) + 1,
    coalesce($deck_id, coalesce(max(deck_id), 0) + 1),
    $name,
    $content,
    $is_deleted,
    $brings_back,
    $saved_by,
    $saved_at
from deck_versions
returning version_id, deck_id;
