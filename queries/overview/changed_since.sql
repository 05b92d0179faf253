-- ko: 지난 간담회 이후
--     비교하는 날(지난 간담회 또는 비교일)의 다음 날부터 기준일까지 접수, 회신, 추진상황 보고, 이행 확인이 몇 건 있었고 답변 목표일을 새로 넘긴 건의가 몇 건인지 셉니다. 최종 회신 가운데 수용·일부 수용, 보고 가운데 완료도 따로 셉니다. 최근 것 4건을 함께 보여 줍니다.
-- en: Since the last meeting
--     How much was received, answered, reported on and confirmed, and how many suggestions have passed their target day, since the last meeting, or since the day compared with, up to the as-of date; also how many of the answers accept and how many reports say done; with the 4 newest.
-- without replies ko: 지난 간담회 이후
--     비교하는 날(지난 간담회 또는 비교일)의 다음 날부터 기준일까지 이 자료에 기록된 접수, 회신, 추진상황 보고, 이행 확인이 몇 건이고 회신 기록 없이 답변 목표일이 지난 건의가 몇 건인지 셉니다. 최근 것 4건을 함께 보여 줍니다.
-- without replies en: Since the last meeting
--     How many receipts, replies, reports and confirmations are on record, and for how many suggestions the target day has passed without a reply on record, since the last meeting, or since the day compared with, up to the as-of date; with the 4 newest.
--
-- $as_of        the day being looked at
-- $since        the day that it is compared with
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns day, change, suggestion_id, title, organization, decision, progress, all_received, all_final, all_adopted, all_interim, all_on_site,
--     all_report, all_done, all_confirmed, all_overdue

with changed as (
    select day, change, suggestion_id, decision, progress
    from happenings($as_of, $since + 1)
    union all
    select due_on as day, 'overdue' as change, suggestion_id, null as decision, null as progress
    from clock($as_of)
    where state = 'waiting_overdue' and due_on >= $since
),
shown as materialized (
    select changed.*, chosen.place
    from changed
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
),
counted as (
    select
        count(*) filter (change = 'received') as all_received,
        count(*) filter (change = 'final') as all_final,
        count(*) filter (change = 'final' and decision in ('accepted', 'partly')) as all_adopted,
        count(*) filter (change = 'interim') as all_interim,
        count(*) filter (change = 'on_site') as all_on_site,
        count(*) filter (change = 'report') as all_report,
        count(*) filter (change = 'report' and progress = 'done') as all_done,
        count(*) filter (change = 'confirmed') as all_confirmed,
        count(*) filter (change = 'overdue') as all_overdue
    from shown
),
newest as (
    from shown
    order by day desc, place, change, decision, progress
    limit 4
)
select
    newest.day, newest.change, newest.suggestion_id,
    cut(suggestions.title) as title,
    cut(suggestions.organization) as organization,
    newest.decision, newest.progress, counted.*
from newest
join seen_titles as suggestions using (suggestion_id)
cross join counted
order by newest.day desc, newest.place, newest.change, newest.decision, newest.progress;
