-- ko: 접수월별 소요일수
--     접수월마다 건의의 절반이 최종 회신을 받기까지 걸린 근무일수(추정)와 접수 건수를 보여 줍니다. 남은 건의도 기다린 날까지 함께 셉니다(카플란-마이어 방법).
-- en: Turnaround by month of receipt
--     For each month of receipt, the estimated working days until half of its suggestions had their final answer, and how
--     many were received. Those left to answer are counted for as long as they have waited (Kaplan-Meier).
-- without replies ko: 접수월별 소요일수
--     접수월마다 건의의 절반에 최종 회신 기록이 있기까지 걸린 근무일수와 접수 건수를 보여 줍니다. 기록이 절반에 이르지 않은 달은 ‘알 수 없음’으로 표시합니다.
-- without replies en: Turnaround by month of receipt
--     For each month of receipt, the working days until half of its suggestions had a final answer on record, and how many were received. Unknown where fewer than half have one.
-- caution ko: 끝나지 않은 달과, 목표일 전이고 최종 회신 기록이 없는 건의(기한 중단 포함)가 있는 달은 ‘집계 중’으로 표시합니다. 빨리 회신된 건의가 먼저 집계되므로 실제보다 좋아 보일 수 있습니다.
-- caution en: Months that are not over, or have suggestions before their target day without an answer on record (paused ones included), are marked as still being counted: the quick answers come first, so they look better than they will in the end.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns month, received, answered, is_unfinished, median_turnaround, p90_turnaround, target_day

with observed as (
    select
        month as name,
        duration,
        has_happened,
        is_due,
        suggestions
    from chosen_durations($as_of, $series, $sessions, $categories, $departments)
    where kind = 'answer'
)
select
    name as month,
    max(received) as received,
    sum(answered)::bigint as answered,
    last_day(name) >= $as_of or name in (select observed.name from observed where not is_due) as is_unfinished,
    max(median) as median_turnaround,
    max(p90) as p90_turnaround,
    response_days() as target_day
from kaplan_meier('observed')
group by name
order by month;
