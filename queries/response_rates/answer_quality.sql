-- ko: 최종 회신에 적힌 내용
--     건의마다 가장 최근의 최종 회신에 사유, 한계, 대안이나 향후계획, 날짜, 답변기관이 적혀 있는지 셉니다. 사유와 한계는 처리결과가 ‘수용’이 아닌 회신에서만 셉니다.
--     날짜는 재검토일, 추진상황 보고의 완료예정일, 또는 향후계획에 적힌 월이나 날짜입니다. ‘상반기’나 ‘3개월 안’은 날짜로 세지 않습니다.
-- en: What final answers say
--     Whether the latest final answer to each suggestion states the reason, the limits, an alternative or next step, a date and who is responsible. Reason and limits are asked only where it is not accepted.
--     A date is a review day, the day expected in a progress report, or a month or day in the next step. “First half of 2026” or “within three months” does not count as a date.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns place, item, asked, stated, not_stated

with counted as (
    select
        unnest(['reason', 'limits', 'next_step', 'day', 'contact']) as item,
        unnest([
            total(states_reason),
            total(states_limits),
            total(states_next_step),
            total(states_day),
            total(states_contact)
        ]) as stated,
        unnest([
            total(asked_reason),
            total(asked_limits),
            total(asked_next_step),
            total(asked_day),
            total(asked_contact)
        ]) as asked
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
)
select
    checks.place,
    checks.item,
    counted.asked,
    counted.stated,
    counted.asked - counted.stated as not_stated
from answer_checks() as checks
join counted using (item)
order by checks.place;
