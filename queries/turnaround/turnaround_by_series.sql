-- ko: 간담회명별 회신 소요일수
--     간담회명마다 건의의 절반이, 그리고 90%가 최종 회신을 받기까지 걸린 근무일수를 추정하여 오래 걸린 순서로 보여 줍니다. 남은 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법). 건의가 10건 미만이면 건수만 보여 줍니다.
-- en: Turnaround by meeting series
--     For each series of meetings, the estimated working days until half of its suggestions, and until 90%, had their final answer; the slowest first. Those left to answer are counted for as long as they have waited (Kaplan-Meier). Where there are fewer than ten suggestions, only the counts are shown.
-- without replies ko: 간담회명별 회신 소요일수
--     간담회명마다 건의의 절반에, 그리고 90%에 최종 회신 기록이 있기까지 걸린 근무일수를 보여 줍니다. 기록이 없다고 해서 회신이 없었다는 뜻은 아닙니다. 건의가 10건 미만이면 건수만 보여 줍니다.
-- without replies en: Turnaround by meeting series
--     For each series of meetings, the working days until half of its suggestions, and until 90%, had a final answer on record in these data. Where there is none, there may still have been an answer. Where there are fewer than ten suggestions, only the counts are shown.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns series, received, answered, median_turnaround, p90_turnaround, target_day

with observed as (
    select
        series as name,
        duration,
        has_happened,
        suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer'
)
select
    curves.name as series,
    curves.received,
    curves.answered,
    curves.median_turnaround,
    curves.p90_turnaround,
    response_days() as target_day
from percentiles_of_groups('observed') as curves
where (select count(distinct name) from observed) > 1
order by
    curves.received < 10,
    curves.median_turnaround desc nulls first,
    curves.p90_turnaround desc nulls first,
    curves.received desc,
    natural_key(curves.name),
    curves.name;
