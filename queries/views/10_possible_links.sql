-- One row is one suggestion that may read like one: received by as_of and not judged with it by a person. Of more than
-- 2,000, only those are looked at that hold one of its weightiest pairs of letters, and of these the 200 that hold most: to
-- compare all pairs of a hundred thousand takes many seconds.

create or replace macro possible_links(as_of, asked_id, letters) as table
select told.suggestion_id
from (
    select
        suggestion_id,
        concat_ws(' ', title, detail) as words
    from suggestions
) as told
semi join clock(as_of) as received using (suggestion_id)
anti join (
    select other_id as suggestion_id
    from linked_pairs
    where linked_pairs.suggestion_id = asked_id
) as judged using (suggestion_id)
where told.suggestion_id <> asked_id
    and (
        regexp_matches(told.words, array_to_string(letters, '|'), 'i')
        or (select count(*) from suggestions) <= 2000
    )
order by
    len(list_filter(letters, lambda pair: contains(told.words, pair))) desc,
    told.suggestion_id
limit (select if(count(*) <= 2000, 2000, 200) from suggestions);
