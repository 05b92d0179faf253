-- ko: 건의를 가려내는 글자 쌍
--     건의 하나에 나오는 이웃한 두 글자 가운데 다른 건의에는 드물어 그 건의를 가장 잘 가려내는 12쌍입니다. 비슷한 건의를 찾을 때 씁니다.
-- en: The pairs of letters that tell a suggestion from others
--     Of the neighbouring letters of one suggestion the 12 pairs that weigh most, being rare elsewhere. What reads alike is looked
--     for by them.
--
-- $suggestion_id  the suggestion
-- returns pair

select weighed.pair
from weighed_letters([$suggestion_id]) as weighed
join suggestions using (suggestion_id)
where contains(lower(concat_ws(' ', suggestions.title, suggestions.detail)), weighed.pair)
order by
    weighed.weight desc,
    weighed.pair
limit 12;
