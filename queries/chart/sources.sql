-- ko: 자료의 출처
--     도표가 세는 건의에 적힌 출처와 그 출처를 적은 건의 수입니다. 많은 것부터 20개까지 보여 주며, 출처를 적지 않은 건의는 빈 줄로 셉니다.
-- en: Sources
--     The sources named by the suggestions that a chart counts, and how many name each: the first twenty, most often named first.
--     Suggestions that name none are counted on a line without a name.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns source, suggestions, all_sources

with counted as (
    select
        cut(seen.source) as source,
        count(*) as suggestions
    from seen_suggestions(false) as seen
    join chosen($as_of, $series, $sessions, $categories, $departments) as chosen using (suggestion_id)
    group by cut(seen.source)
)
select
    source,
    suggestions,
    count(source) over () as all_sources
from counted
order by
    suggestions desc,
    source
limit 20;
