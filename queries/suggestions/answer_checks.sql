-- ko: 건의별 회신 점검
--     건의 하나의 가장 최근 최종 회신에 적혀야 할 내용이 적혀 있는지 보여 줍니다. 사유와 한계는 처리결과가 ‘수용’이 아닐 때만 점검합니다.
-- en: What the answer to one suggestion says
--     Whether the latest final answer to one suggestion has what it should. Reason and limits are asked only where it is not accepted.
--
-- $as_of          the day being looked at
-- $suggestion_id  the suggestion
-- returns place, item, is_stated

with the_one as (
    from clock($as_of)
    where suggestion_id = $suggestion_id
),
checked as (
    unpivot (
        select
            reason,
            limits,
            next_step,
            day,
            contact
        from answer_quality(the_one)
    )
    on columns(*)
    into name item value is_stated
)
select
    checks.place,
    checks.item,
    checked.is_stated
from answer_checks() as checks
join checked using (item)
order by checks.place;
