-- ko: 다가오는 기한과 지난 기한
--     일정으로 내보내는 날입니다. 최종 회신을 기다리는 건의의 답변 목표일, 이행이 끝나지 않은 약속의 완료예정일, 재검토일을 1,000개까지 담으며 다가올 날이 먼저입니다.
-- en: Days to come and days past
--     The days that the calendar holds: target days of suggestions without a final answer, expected days of promises that are not kept yet, and review days; 1,000 at most, those to come first.
-- without replies ko: 다가오는 기한과 지난 기한
--     일정으로 내보내는 날입니다. 이 자료에 최종 회신 기록이 없는 건의의 답변 목표일, 완료가 기록되지 않은 약속의 완료예정일, 재검토일을 1,000개까지 담습니다.
-- without replies en: Days to come and days past
--     The days that the calendar holds: target days of suggestions without a final answer on record, expected days of promises that are not on record as kept, and review days; 1,000 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns suggestion_id, title, department, kind, day, all_days

with open_days as (
    select
        suggestion_id,
        coalesce(department, '') as department,
        place,
        unnest(
            [
                row('due', if(state in ('waiting_in_time', 'waiting_overdue'), due_on, null)),
                row('promised', if(promise_state in ('not_reported', 'planned', 'in_progress'), expected_on, null)),
                row('review', review_on)
            ]::struct(kind varchar, "day" date)[],
            max_depth := 2
        )
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
listed as (
    select
        *,
        count(*) over () as all_days
    from open_days
    where day is not null
    order by
        day < $as_of,
        abs(day - $as_of),
        place,
        kind
    limit 1000
)
select
    listed.suggestion_id,
    cut(suggestions.title) as title,
    listed.department,
    listed.kind,
    listed.day,
    listed.all_days
from listed
join seen_titles as suggestions using (suggestion_id)
order by listed.day, listed.place, listed.kind;
