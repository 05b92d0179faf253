-- ko: 간담회명별 회신 소요일수
--     간담회명마다 최종 회신을 받은 건의의 비율을 근무일에 따라 보여 줍니다. 건의가 많은 순서로 12개까지입니다.
--     두 개만 고르면 95% 신뢰구간과 함께 겹쳐 보여 줍니다.
-- en: Working days to the answer by meeting series
--     The share of suggestions with a final answer by working day, for each series of meetings; the twelve with the most suggestions.
--     When only two are chosen they are laid over each other with their 95 % intervals.
-- without replies ko: 간담회명별 회신 소요일수
--     간담회명마다 이 자료에 최종 회신 기록이 있는 건의를 근무일에 따라 보여 줍니다. 건의가 많은 순서로 12개까지입니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다.
-- without replies en: Working days to the answer by meeting series
--     The suggestions with a final answer on record in these data by working day, for each series of meetings; the twelve with the most suggestions. Where there is none, there may still have been an answer.
-- caution ko: 건의가 10건이 안 되는 곡선은 한 건에도 크게 달라지므로 서로 비교하지 마십시오.
-- caution en: A curve of fewer than ten suggestions moves a lot with a single one: do not rank by it.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns series, received, median_turnaround, target_day, all_groups, day, at_risk, answered,
--     waiting, share_answered, lower_bound, upper_bound

with observed as (
    select
        series as name,
        coalesce(turnaround, waited_days) as duration,
        answered_on is not null as has_happened
    from chosen($as_of, $series, $sessions, $categories, $departments)
)
select
    curves.name as series,
    curves.received,
    curves.median as median_turnaround,
    response_days() as target_day,
    curves.all_groups,
    curves.day,
    curves.at_risk,
    curves.answered,
    curves.waiting,
    curves.share_answered,
    curves.lower_bound,
    curves.upper_bound
from kaplan_meier_of_largest('observed') as curves
where curves.all_groups > 1
order by
    curves.received desc,
    natural_key(curves.name),
    curves.name,
    curves.day;
