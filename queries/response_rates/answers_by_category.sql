-- ko: 분야별 회신 현황
--     각 분야의 건의가 지금 어떤 상태인지 보여 줍니다. 다섯 상태(목표일 내 회신, 목표일 후 회신, 목표일 전 대기, 목표일 초과, 기한 중단)를 더하면 접수된 건의 수입니다.
-- en: Answers by category
--     Where the suggestions of each category stand now. The five states (answered in time, answered late, not yet due, overdue, paused) add up to all received.
-- without replies ko: 분야별 회신 현황
--     각 분야의 건의가 지금 어떤 상태인지 보여 줍니다. 다섯 상태(목표일 내 회신, 목표일 후 회신, 목표일 전 대기, 회신 기록 없음, 기한 중단)를 더하면 접수된 건의 수입니다.
-- without replies en: Answers by category
--     Where the suggestions of each category stand now. The five states (answered in time, answered late, not yet due, no answer on record, paused) add up to all received.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns category, label_en, received, answered_in_time, answered_late, waiting_in_time, waiting_overdue, paused

select
    categories.category,
    categories.label_en,
    total(received) as received,
    total(answered_in_time) as answered_in_time,
    total(answered_late) as answered_late,
    total(waiting_in_time) as waiting_in_time,
    total(waiting_overdue) as waiting_overdue,
    total(paused) as paused
from chosen_counts($as_of, $series, $sessions, $categories, $departments) as chosen
join named_categories($as_of) as categories using (category)
group by
    categories.category,
    categories.label_en,
    categories.sort
order by
    received desc,
    categories.sort,
    natural_key(categories.category),
    categories.category;
