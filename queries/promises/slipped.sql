-- ko: 완료예정일이 늦춰진 약속
--     처음에 밝힌 완료예정일보다 지금의 완료예정일이 늦은 약속입니다. 많이 늦춰진 것부터 보여 줍니다.
-- en: Promises that slipped
--     Promises whose expected day is later now than the first one stated, the most first.
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
-- returns suggestion_id, title, department, first_expected_on, expected_on, days_slipped, expected_changes, slip_reason, all_listed, number

with matching as (
    select
        suggestion_id,
        row(first_expected_on - expected_on, place) as own_order,
        department,
        first_expected_on,
        expected_on,
        expected_on - first_expected_on as days_slipped
    from chosen($as_of, $series, $sessions, $categories, $departments)
    where promise_state is not null
        and expected_on > first_expected_on
),
listed as (
    from part_of(matching, $ascending, $descending, $first, $size)
)
select
    listed.suggestion_id,
    cut(suggestions.title) as title,
    coalesce(listed.department, '') as department,
    listed.first_expected_on,
    listed.expected_on,
    listed.days_slipped,
    slips.expected_changes,
    cut(slips.slip_reason) as slip_reason,
    listed.all_listed,
    listed.number
from listed
join seen_titles as suggestions using (suggestion_id)
join slips('listed', $as_of) as slips using (suggestion_id)
order by listed.number;
