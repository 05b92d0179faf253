-- ko: 이전 간담회 이후 달라진 것
--     같은 간담회명의 이전 간담회들에서 나온 건의에 대하여, 이전 간담회 다음 날부터 이 간담회 날까지(기준일이 더 이르면 기준일까지) 있었던 답변, 추진상황 보고, 이행 확인입니다. 최근 것부터 500건까지 보여 줍니다.
-- en: Changed since the previous meeting
--     Replies, progress reports and confirmations on suggestions of earlier meetings of the series, from the day after the previous meeting up to the day of this one, or to the as-of date where that is earlier. Newest first, 500 at most.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $meeting      the meeting
-- returns day, change, decision, progress, suggestion_id, title, session_id, all_changes, all_answers, all_replies, all_reports, all_confirmed

with meeting as (
    select *
    from meetings($as_of)
    where session_id = $meeting
),
happened as (
    select suggestion_id, responded_on as day, kind as change, decision, null as progress from responses
    union all
    select suggestion_id, reported_on as day, 'reported' as change, null as decision, progress from progress_reports
    union all
    select suggestion_id, confirmed_on as day, 'confirmed' as change, null as decision, null as progress
    from progress_reports
    where reported_on <= $as_of
),
listed as (
    select
        happened.*, chosen.session_id, chosen.place,
        count(*) over () as all_changes,
        count(*) filter (change = 'final') over () as all_answers,
        count(*) filter (change in ('on_site', 'interim')) over () as all_replies,
        count(*) filter (change = 'reported') over () as all_reports,
        count(*) filter (change = 'confirmed') over () as all_confirmed
    from chosen($as_of, $series, $sessions, $categories, $departments) as chosen
    join happened using (suggestion_id)
    join meetings($as_of) as asked_at using (session_id)
    join meeting on meeting.series = asked_at.series and asked_at.number_in_series < meeting.number_in_series
    where happened.day > meeting.previous_on and happened.day <= least(meeting.held_on, $as_of)
    order by happened.day desc, chosen.place, change, decision, progress
    limit 500
)
select
    listed.day, listed.change, listed.decision, listed.progress,
    listed.suggestion_id, cut(suggestions.title) as title, listed.session_id,
    listed.all_changes, listed.all_answers, listed.all_replies, listed.all_reports, listed.all_confirmed
from listed
join seen_titles as suggestions using (suggestion_id)
order by listed.day desc, listed.place, listed.change, listed.decision, listed.progress;
