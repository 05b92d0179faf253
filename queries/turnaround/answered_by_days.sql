-- ko: 회신된 건의의 소요일수
--     최종 회신을 받은 건의가 근무일 며칠째에 회신을 받았는지, 목표일 내 회신과 목표일 후 회신으로 나누어 보여 줍니다.
-- en: Days to answer, answered suggestions
--     On which working day the suggestions with a final answer got it, in time or late.
-- caution ko: 최종 회신 기록이 없는 건의는 포함하지 않았습니다. 목표일이 연장된 건의는 연장된 목표일까지 받은 회신이 목표일 내 회신입니다.
-- caution en: Those without a final answer on record are not in here. Where the target day was extended, an answer by the extended day is in time.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns from_day, to_day, answered_in_time, answered_late

with answered as (
    select
        days_band(duration) as from_day,
        state,
        suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer' and has_happened
)
select
    bands.from_day,
    bands.to_day,
    total(if(answered.state = 'answered_in_time', suggestions, 0)) as answered_in_time,
    total(if(answered.state = 'answered_late', suggestions, 0)) as answered_late
from days_bands() as bands
left join answered using (from_day)
group by
    bands.from_day,
    bands.to_day
order by bands.from_day;
