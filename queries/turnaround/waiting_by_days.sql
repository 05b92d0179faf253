-- ko: 남은 건의의 경과일수
--     남은 건의(최종 회신을 받지 못한 건의)가 접수한 날부터 지금까지 근무일로 며칠 기다렸는지 보여 줍니다. 기한이 중단된 건의는 세지 않습니다.
-- en: How long those left have waited
--     For how many working days the suggestions left (without a final answer) have waited so far. Paused ones are left out.
-- without replies ko: 최종 회신 기록이 없는 건의의 경과일수
--     이 자료에 최종 회신 기록이 없는 건의에서 접수한 날부터 기준일까지 근무일로 며칠이 지났는지 보여 줍니다. 기한이 중단된 건의는 세지 않습니다.
-- without replies en: Days since receipt, no answer on record
--     How many working days have gone by since receipt for suggestions without a final answer in these data. Paused ones are left out.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns from_day, to_day, waiting_in_time, waiting_overdue, all_paused

with waiting as (
    select
        days_band(duration) as from_day,
        state,
        suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer' and not has_happened
)
select
    bands.from_day,
    bands.to_day,
    total(if(waiting.state = 'waiting_in_time', suggestions, 0)) as waiting_in_time,
    total(if(waiting.state = 'waiting_overdue', suggestions, 0)) as waiting_overdue,
    (select total(suggestions) from waiting where state = 'paused') as all_paused
from days_bands() as bands
left join waiting using (from_day)
group by
    bands.from_day,
    bands.to_day
order by bands.from_day;
