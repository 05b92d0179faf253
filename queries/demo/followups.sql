-- ko: 최종 회신 뒤의 일
--     수용과 일부 수용에는 추진상황이, 중장기 검토에는 재검토일이 있습니다. 오래된 회신일수록 완료가 많습니다.
-- en: What follows a final answer
--     Accepted and partly accepted ones have progress, long-term ones a day to look again.
--     Most of the old ones are done.
--
-- $corrections  notes on an answer that corrects another and decides the same
-- $reversals    notes on an answer that corrects another and decides otherwise
-- $today        the day the data ends
-- $seed         which of the possible worlds
-- returns nothing

create or replace temp table demo_followups as
select
    n,
    nth,
    $today::date - responded_on as days_since,
    case
        when decision = 'long_term' and n % 2 = 0 then 'planned'
        when decision not in ('accepted', 'partly') then null
        when days_since > 40 + demo_dice(400, n, $seed, 'done') then 'done'
        when days_since > 10 + demo_dice(60, n, $seed, 'in progress') then 'in_progress'
        else 'planned'
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
