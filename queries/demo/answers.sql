-- ko: 최종 회신의 뼈대
--     한 건의에 최종 회신이 여럿일 수 있습니다. 둘째부터는 앞선 회신을 바로잡은 것이며, 같은 날일 때도 있습니다.
-- en: Bones of the final answers
--     A suggestion can have several: later ones correct the one before, at times on the same day.
--
-- $categories  categories with their mix of decisions in percent
-- $today       no answer is later
-- $seed        which of the possible worlds
-- returns nothing

create or replace temp table demo_answers as
with categories as (
    select unnest($categories, max_depth := 2)
), drawn as (
    select
        n,
        answered_on,
        demo_dice(100, n, $seed, 'decision') as roll,
        demo_dice(100, n, $seed, 'corrected') as corrected,
        case
            when roll < mix[1] then 'accepted'
            when roll < mix[1] + mix[2] then 'partly'
            when roll < mix[1] + mix[2] + mix[3] then 'long_term'
            when roll < mix[1] + mix[2] + mix[3] + mix[4] then 'declined'
            when agency <> '' then 'transferred'
            else 'long_term'
        end as first_decision
    from demo_asked
    join demo_clocks using (n)
    join demo_petitions using (petition, category)
    join categories using (category)
    where answered_on is not null
)
select
    n,
    nth,
    first_decision,
    demo_weekday(answered_on + (nth - 1)::integer * demo_dice(22, n, $seed, 'correction')) as responded_on,
    case
        when nth = 1 or demo_dice(2, n, $seed, 'changed') = 0 then first_decision
        when nth = 2 then 'partly'
        else 'accepted'
    end as decision
from drawn, range(1, 4) as times(nth)
where nth = 1 or (corrected < case nth when 2 then 8 else 2 end and responded_on <= $today::date);
