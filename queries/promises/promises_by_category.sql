-- ko: 분야별 이행 현황
--     분야마다 약속(수용·일부 수용)이 지금 어떤 상태인지 보여 줍니다.
-- en: Promises by category
--     Where the promises of each category stand now.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns category, label_en, promises, done_confirmed, done_reported, in_progress, planned, stopped, not_reported

select
    chosen.category,
    categories.label_en,
    total(promises) as promises,
    total(done_confirmed) as done_confirmed,
    total(done_reported) as done_reported,
    total(in_progress) as in_progress,
    total(planned) as planned,
    total(stopped) as stopped,
    total(not_reported) as not_reported
from chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen
left join named_categories($as_of) as categories on categories.category = chosen.category
where promises > 0
group by
    chosen.category,
    categories.label_en
order by
    promises desc,
    natural_key(chosen.category),
    chosen.category;
