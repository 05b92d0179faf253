-- ko: 가상 추진상황 보고 넣기
--     약속마다 몇 달 간격으로 보고합니다. 마친 뒤에 되돌린 것, 중단한 것, 완료예정일을 늦춘 것, 아직 확인되지 않은 것이 있습니다.
-- en: Invented progress reports, into the table
--     Some weeks apart for each promise; some are taken back after “done”, some stopped, slipped or not confirmed yet.
--
-- $confirmers             who confirms
-- $evidence               what shows that it is done
-- $slip_reasons           why a day was moved
-- $done_summaries         what is said of what is done
-- $in_progress_summaries  of what is in progress
-- $planned_summaries      of what is planned
-- $stopped_summaries      of what was stopped
-- $source                 what the source column says
-- $today                  no report is later
-- $seed                   which of the possible worlds
-- returns nothing

insert into progress_reports by name
with reported as (
    select
        *,
        demo_weekday(promised_on + (nth * 40)::integer + demo_dice(35, n * 8 + nth, $seed, 'reported')) as reported_on,
        case
            when nth >= stopped_at then 'stopped'
            when nth = done_at + undone_after then 'in_progress'
            when nth >= done_at then 'done'
            when nth > 1 or n % 2 = 0 then 'in_progress'
            else 'planned'
        end as progress
    from demo_promised, range(1, 6) as times(nth)
    where nth <= reports
        and nth <= least(stopped_at, done_at + if(undone_after = 1, 1, 0))
)
select
    printf('%s-P%d', suggestion_id, nth) as report_id,
    suggestion_id,
    reported_on,
    progress,
    first_expected_on + if(nth >= slips_at, 60 + 30 * demo_dice(4, n, $seed, 'slipped'), 0) as expected_on,
    demo_line(case progress
        when 'done' then $done_summaries
        when 'planned' then $planned_summaries
        when 'stopped' then $stopped_summaries
        else $in_progress_summaries
    end, n + nth, $seed) as summary,
    case when nth = slips_at then demo_line($slip_reasons, n, $seed) end as slip_reason,
    case when progress = 'done' then demo_line($evidence, n, $seed).replace('{number}', (100 + n % 900)::varchar) end as evidence,
    case
        when progress = 'done' and demo_dice(100, n, $seed, 'confirmed') < 60
            and reported_on + 35 <= $today::date
        then reported_on + 5 + demo_dice(30, n, $seed, 'confirmed on')
    end as confirmed_on,
    case when confirmed_on is not null then demo_line($confirmers, n, $seed) end as confirmed_by,
    $source as source
from reported
join demo_asked using (n)
where reported_on <= $today::date;
