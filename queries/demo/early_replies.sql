-- ko: 가상 현장 답변과 중간 회신 넣기
--     현장 답변은 간담회 당일에, 중간 회신은 최종 회신보다 먼저 나갑니다. 처리결과는 없습니다.
-- en: Invented on-site and interim replies, into the table
--     On site means the day of the meeting; interim comes before the final answer. Neither decides anything.
--
-- $on_site             wordings of on-site replies
-- $interim             wordings of interim replies
-- $city                the invented city that answers
-- $unnamed_department  words in place of a department not settled yet
-- $source              what the source column says
-- $seed                which of the possible worlds
-- returns nothing

insert into responses by name
with told as (
    select
        *,
        'on_site' as kind,
        held_on as responded_on,
        $on_site[1 + demo_dice(len($on_site), n, $seed, 'on site words')] as wording
    from demo_asked
    where has_on_site
    union all by name
    select
        demo_asked.*,
        'interim' as kind,
        replied_on as responded_on,
        $interim[1 + demo_dice(len($interim), n, $seed, 'interim words')] as wording
    from demo_asked
    join demo_clocks using (n)
    where replied_on is not null
)
select
    printf('%s-R%d', suggestion_id, if(kind = 'interim' and has_on_site, 2, 1)) as response_id,
    suggestion_id,
    responded_on,
    kind,
    demo_worded(
        wording, title, action, coalesce(department, $unnamed_department), '', responded_on
    ) as answer,
    concat_ws(' ', $city, department) as responder,
    $source as source
from told;
