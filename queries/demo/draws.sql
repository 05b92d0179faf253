-- ko: 누가 어느 간담회에서 어느 분야를 건의했는가
--     기관마다 적어도 한 번 건의하고 몇몇 기관은 여러 번 건의합니다. 세 건에 한 건은 그날 주제의 분야입니다.
-- en: Who spoke at which meeting about which category
--     Every organisation asks at least once and a few ask often; one in three keeps to the topic of the day.
--
-- $suggestions    how many
-- $organizations  how many organisations they come from
-- $topics         topics with the category each leans to
-- $categories     categories with their weights
-- $seed           which of the possible worlds
-- returns nothing

create or replace temp table demo_draws as
with meetings as (
    select list(number order by number) as meetings
    from demo_meetings, range(weight)
), categories as (
    select list(category order by category) as categories
    from (select unnest($categories, max_depth := 2)), range(weight)
)
select
    n,
    meetings[1 + demo_dice(len(meetings), n, $seed, 'meeting')] as meeting,
    case
        when demo_dice(3, n, $seed, 'leaning') = 0 then $topics[1 + (meeting - 1) % len($topics)].leaning
        else categories[1 + demo_dice(len(categories), n, $seed, 'category')]
    end as category,
    case
        when n < $organizations then n
        else floor(power(demo_dice(1000000, n, $seed, 'organization') / 1e6, 1.4) * $organizations)::bigint
    end as organization
from range($suggestions) as suggestions(n), meetings, categories;
