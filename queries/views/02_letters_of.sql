-- What a suggestion says, as pairs of letters, as often as they stand in it: the title twice and the text.

create or replace macro letters_of(title, detail) as
    neighbouring_letters(title) || neighbouring_letters(title) || coalesce(neighbouring_letters(detail), []);

-- A text without addresses of e-mail: of all that masking hides from others than staff nothing else has letters, and to look
-- for this alone costs a fraction of masking. Nothing that somebody may not see makes two suggestions alike.

create or replace macro without_addresses(words) as if(
    regexp_matches(words, '[@＠﹫]|[(\[]at[)\]]'),
    regexp_replace(half_width(words), address_pattern(), '', 'g'),
    words
);

-- One row is one pair of letters of one of some suggestions, $ids, and how often it stands there.

create or replace macro counted_letters(ids) as table
with told as materialized (
    select
        suggestion_id,
        without_addresses(title) as title,
        without_addresses(detail) as detail
    from suggestions
    where suggestion_id in (select unnest(ids))
)
select
    suggestion_id,
    pair,
    count(*) as times
from (
    select
        suggestion_id,
        unnest(letters_of(title, detail)) as pair
    from told
)
group by
    suggestion_id,
    pair;
