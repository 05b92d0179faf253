-- ko: 최종 회신의 사유와 한계
--     수용이 아니면 문안에 맞는 사유와 한계를 적습니다. 앞선 간담회에는 빠뜨린 것이 많고 갈수록 줄어듭니다.
-- en: Reason and limits of the final answers
--     Other than accepted, they state both, as fits the wording. Many lack one at first, fewer later.
--
-- $grounds   pairs of reason and limits, by the ground they belong to
-- $meetings  how many meetings have been due
-- $seed      which of the possible worlds
-- returns nothing

create or replace temp table demo_grounds as
with pairs as (
    select unnest($grounds, max_depth := 2)
), numbered as (
    select
        *,
        row_number() over (partition by ground order by reason) - 1 as place,
        count(*) over (partition by ground) as choices
    from pairs
), careful as (
    select
        answers.n,
        nth,
        1 - 0.8 * meeting / $meetings as carelessness,
        case decision
            when 'transferred' then '이첩'
            else grounds[1 + demo_dice(len(grounds), answers.n, $seed, 'ground')]
        end as ground
    from demo_answers as answers
    join demo_asked using (n)
    join demo_petitions using (petition)
    where decision <> 'accepted'
)
select
    n,
    nth,
    case when demo_dice(100, n, $seed, 'reason') >= 20 * carelessness then reason end as reason,
    case when demo_dice(100, n, $seed, 'limits') >= 40 * carelessness then limits end as limits
from careful
join numbered
    on numbered.ground = careful.ground
    and numbered.place = demo_dice(numbered.choices, n, $seed, 'pair');
