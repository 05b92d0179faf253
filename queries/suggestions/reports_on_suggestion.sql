-- ko: 건의별 추진상황 보고
--     건의 하나의 추진상황 보고를 나온 순서대로 모두 보여 줍니다. 기준일 뒤의 확인은 아직 없는 것으로 봅니다. 담당자가 아니면 확인자의 이름은 성만 보입니다.
-- en: Progress reports on one suggestion
--     Every report on carrying out one suggestion, in the order they were given. What is confirmed after the as-of date is not confirmed yet. Of the person who confirmed, everybody but staff sees only the family name.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- $is_staff       whether personal data are shown
-- returns report_id, reported_on, progress, expected_on, summary, slip_reason, evidence, confirmed_on, confirmed_by, source

select
    report_id,
    reported_on,
    progress,
    expected_on,
    summary,
    slip_reason,
    evidence,
    case when reports.confirmed_on <= $as_of then reports.confirmed_on end as confirmed_on,
    case when reports.confirmed_on <= $as_of then reports.confirmed_by end as confirmed_by,
    source
from seen_progress_reports($is_staff) as reports
where suggestion_id = $suggestion_id
    and reported_on <= $as_of
order by
    reported_on,
    report_id;
