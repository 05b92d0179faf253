-- ko: 고른 건의 수
--     기준일까지 접수된 건의 가운데 고른 조건에 맞는 건의가 몇 건인지 셉니다.
-- en: Suggestions chosen
--     How many of the suggestions received by the as-of date match the filters.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns received

select total(received) as received
from chosen_counts($as_of, $series, $sessions, $categories, $departments);
