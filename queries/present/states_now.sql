-- ko: 현재 회신 현황
--     접수된 건의가 다섯 상태 가운데 어디에 있는지 보여 줍니다. 건의마다 한 상태에만 세며, 다섯을 더하면 접수된 건의 수입니다. 기한 중단은 사유가 있어 근무일을 세지 않는 상태이며, 그동안은 목표일이 이미 지났어도 기한 중단에만 셉니다.
-- en: Where the suggestions stand
--     In which of the five states the suggestions received are. Each counts in one state only, and the five add up to all received. Paused means that working days do not count for a stated reason; until they do again it counts as paused only, even past its target day.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns state, received

with counted as (
    select
        unnest(['answered_in_time', 'answered_late', 'waiting_in_time', 'waiting_overdue', 'paused']) as state,
        unnest([
            total(answered_in_time),
            total(answered_late),
            total(waiting_in_time),
            total(waiting_overdue),
            total(paused)
        ]) as received,
        unnest(range(5)) as place
    from chosen_counts($as_of, $series, $sessions, $categories, $departments)
)
select
    state,
    received
from counted
order by place;
