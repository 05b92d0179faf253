-- ko: 목록에 나온 건의의 제안기관
--     슬라이드의 목록에 나온 건의마다 제안기관을 보여 줍니다. 같은 제목의 건의를 구별합니다. 위원에게 보이는 목록과 같이 개인정보를 가립니다.
-- en: Who asked, for the suggestions of a list
--     The organisation of each suggestion listed on a slide, which tells like titles apart. Masked as in the lists that members see.
--
-- $suggestions  the suggestions listed
-- returns suggestion_id, organization

select
    suggestion_id,
    cut(seen_text(organization, false)) as organization
from suggestions
where list_contains($suggestions, suggestion_id)
order by suggestion_id;
