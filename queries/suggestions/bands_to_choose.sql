-- ko: 고를 수 있는 소요일수 구간
--     회신 소요일수와 경과일수를 나누는 구간입니다. 마지막 구간은 끝이 없습니다.
-- en: Bands of days to choose from
--     The bands that turnaround and waiting are divided into. The last one has no end.
--
-- returns from_day, to_day

select
    from_day,
    to_day
from days_bands()
order by from_day;
