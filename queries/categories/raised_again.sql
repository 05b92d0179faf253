-- ko: 앞선 간담회에서도 나온 건의
--     앞선 간담회의 건의와 관련 있다고 담당자가 확인한 건의입니다. 최근에 접수된 것부터 앞선 건의의 개최일, 처리결과와 함께 보여 줍니다.
-- en: Raised at an earlier meeting, too
--     Suggestions confirmed by staff as repeating one from an earlier meeting, newest first, with the day of
--     that meeting and what was decided about it.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- $ascending    the column to sort by, smallest first; '' for none
-- $descending   the column to sort by, largest first; '' for none
-- $first        how many are left out before the first one shown
-- $size         how many are shown at most
-- returns suggestion_id, title, received_on, earlier_held_on, earlier_decision, all_listed, number

with again as (
    select
        again.suggestion_id,
        row(-(again.received_on - date '2000-01-01'), again.place) as own_order,
        again.received_on,
        earlier.held_on as earlier_held_on,
        earlier.decision as earlier_decision
    from raised_again($as_of, $series, $sessions, $categories, $departments) as again
    join clock($as_of) as earlier on earlier.suggestion_id = again.earlier_id
)
select
    part.suggestion_id,
    cut(suggestions.title) as title,
    part.received_on,
    part.earlier_held_on,
    part.earlier_decision,
    part.all_listed,
    part.number
from part_of(again, $ascending, $descending, $first, $size) as part
join seen_titles as suggestions using (suggestion_id)
order by part.number;
