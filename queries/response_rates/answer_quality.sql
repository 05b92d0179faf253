-- ko: 최종 회신에 적힌 내용
--     건의마다 가장 최근의 최종 회신에 사유, 한계, 대안이나 향후계획, 날짜, 답변기관이 적혀 있는지 셉니다. 사유와 한계는 처리결과가 ‘수용’이 아닌 회신에서만 셉니다.
--     날짜는 재검토일, 추진상황 보고의 완료예정일, 또는 향후계획에 적힌 월이나 날짜입니다. ‘상반기’나 ‘3개월 안’은 날짜로 세지 않습니다.
-- en: What final answers say
--     Whether the latest final answer to each suggestion states the reason, the limits, an alternative or next step, a date and who is responsible. Reason and limits are asked only where it is not accepted.
--     A date is a review day, the day expected in a progress report, or a month or day in the next step. Half of a year, or “within three months”, does not count as a date.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns place, item, asked, stated, not_stated

with suggestions_chosen as (
    from chosen($as_of, $series, $sessions, $categories, $departments)
),
checked as (
    unpivot (
        select
            quality.reason,
            quality.limits,
            quality.next_step,
            quality.day,
            quality.contact
        from answer_quality(suggestions_chosen) as quality
    )
    on columns(*)
    into name item value is_stated
),
counted as (
    select
        item,
        count(is_stated) as asked,
        count(*) filter (is_stated) as stated
    from checked
    group by item
)
select
    checks.place,
    checks.item,
    coalesce(counted.asked, 0) as asked,
    coalesce(counted.stated, 0) as stated,
    coalesce(counted.asked - counted.stated, 0) as not_stated
from answer_checks() as checks
left join counted using (item)
order by checks.place;
