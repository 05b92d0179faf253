-- ko: 최종 회신 뒤의 일
--     수용과 일부 수용에는 회신한 날의 추진상황이 대개 있고, 중장기 검토에는 재검토일이 있습니다.
-- en: What follows a final answer
--     Most accepted and partly accepted ones say how far things are on that day, long-term ones a day to look again.
--
-- $corrections  notes on an answer that corrects another and decides the same
-- $reversals    notes on an answer that corrects another and decides otherwise
-- $seed         which of the possible worlds
-- returns nothing

create or replace temp table demo_followups as
select
    n,
    nth,
    case
        when decision = 'long_term' and n % 2 = 0 then 'planned'
        when decision not in ('accepted', 'partly') then null
        when demo_dice(100, n, $seed, 'done at once') < 6 then 'done'
        when demo_dice(100, n, $seed, 'begun') < 25 then 'in_progress'
        when demo_dice(100, n, $seed, 'silent') >= 15 then 'planned'
    end as progress,
    case
        when decision = 'long_term'
        then demo_weekday(responded_on + 180 + 90 * demo_dice(3, n, $seed, 'revisit'))
    end as revisit_on,
    case
        when nth = 1 then null
        when decision = first_decision then $corrections[1 + demo_dice(len($corrections), n, $seed, 'note')]
        else $reversals[1 + demo_dice(len($reversals), n, $seed, 'note')]
    end as note
from demo_answers;
