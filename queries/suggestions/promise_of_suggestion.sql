-- ko: 건의별 약속
--     건의 하나가 수용되었거나 일부 수용되었으면 기준일에 어떤 이행 상태인지, 처음 밝힌 완료예정일이 어떻게 바뀌었는지 보여 줍니다. 약속이 아니면 상태가 비어 있습니다.
-- en: The promise to one suggestion
--     Where a suggestion that was accepted, wholly or partly, stands on the as-of date, and what became of the day first stated. Without a promise the state is empty.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- returns promise_state, promised_on, last_report_on, done_on, confirmed_on, first_expected_on, expected_on, days_slipped,
--     expected_changes, is_past_day

select
    clock.promise_state,
    clock.promised_on,
    clock.last_report_on,
    clock.done_on,
    case when clock.promise_state = 'done_confirmed' then (
        select min(reports.confirmed_on)
        from reports($as_of) as reports
        where reports.suggestion_id = $suggestion_id
            and reports.reported_on >= clock.done_on
    ) end as confirmed_on,
    clock.first_expected_on,
    clock.expected_on,
    clock.expected_on - clock.first_expected_on as days_slipped,
    expected_changes(clock.suggestion_id, $as_of) as expected_changes,
    is_past_promised_day(clock.promise_state, clock.expected_on, $as_of) as is_past_day
from clock($as_of) as clock
where clock.suggestion_id = $suggestion_id
order by clock.suggestion_id;
