-- ko: 약속의 뼈대
--     마지막 회신이 수용이나 일부 수용인 건의마다, 몇 번째 보고에서 마치는지, 언제 늦춰지는지, 아예 보고가 없는지 정합니다.
-- en: Bones of the promises
--     For every suggestion whose last answer accepts: at which report it is done, when its day slips, whether nothing is reported.
--
-- $seed  which of the possible worlds
-- returns nothing

create or replace temp table demo_promised as
select
    n,
    max(responded_on) as promised_on,
    case when demo_dice(100, n, $seed, 'silent') < 15 then 0 else 1 + demo_dice(5, n, $seed, 'reports') end as reports,
    case when demo_dice(100, n, $seed, 'done') < 70 then 1 + demo_dice(4, n, $seed, 'done at') else 99 end as done_at,
    case when demo_dice(100, n, $seed, 'stopped') < 5 then 2 else 99 end as stopped_at,
    case when demo_dice(100, n, $seed, 'undone') < 4 then 1 else 99 end as undone_after,
    case when demo_dice(100, n, $seed, 'slips') < 35 then 2 + demo_dice(3, n, $seed, 'slips at') else 99 end as slips_at,
    max(responded_on) + 60 + 30 * demo_dice(6, n, $seed, 'expected') as first_expected_on
from demo_answers
group by n
having arg_max(decision, nth) in ('accepted', 'partly');
