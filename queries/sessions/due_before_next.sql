-- ko: 다음 간담회까지 기한이 오는 건의
--     같은 간담회명에서 이 간담회까지 나온 건의 가운데, 답변 목표일이 다음 간담회 날까지인데 최종 회신이 없는 건의와, 완료예정일이 그날까지인데 완료가 보고되지 않은 약속입니다. 기한이 중단된 건의와 중단된 약속은 세지 않습니다. 남은 것부터 날짜 순서로, 이미 기한이 지난 것은 그 뒤에, 모두 500건까지 보여 줍니다.
-- en: Due before the next meeting
--     Of the suggestions up to this meeting in its series: those whose target day falls up to the day of the next meeting and that have no final answer, and promises expected by then and not reported as done. Paused suggestions and stopped promises are left out. By day, those whose day has passed last, 500 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $meeting      the meeting
-- returns suggestion_id, title, department, awaited, last_day, is_past, session_id, all_listed, all_past

with meeting as (
    select *
    from meetings($as_of)
    where session_id = $meeting
),
due as (
    select
        chosen.*,
        if(chosen.promise_state is null, 'answer', 'promise') as awaited,
        if(chosen.promise_state is null, chosen.due_on, chosen.expected_on) as last_day
    from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
    join meetings($as_of) as asked_at using (session_id)
    join meeting on meeting.series = asked_at.series and asked_at.number_in_series <= meeting.number_in_series
    where (chosen.state in ('waiting_in_time', 'waiting_overdue') and chosen.due_on <= meeting.next_on)
        or (chosen.promise_state in ('not_reported', 'planned', 'in_progress') and chosen.expected_on <= meeting.next_on)
),
listed as (
    select
        *,
        last_day < $as_of as is_past,
        count(*) over () as all_listed,
        count(*) filter (last_day < $as_of) over () as all_past
    from due
    order by is_past, last_day, place
    limit 500
)
select
    listed.suggestion_id, cut(suggestions.title) as title,
    coalesce(listed.department, '') as department,
    listed.awaited, listed.last_day, listed.is_past,
    listed.session_id, listed.all_listed, listed.all_past
from listed
join seen_titles as suggestions using (suggestion_id)
order by listed.is_past, listed.last_day, listed.place;
