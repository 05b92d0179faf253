-- ko: 자료 범위
--     자료가 무엇을 어느 날까지 담고 있는지, 답변하는 기관의 회신이 들어 있는지입니다. 따로 정하지 않은 자료에는 없습니다.
-- en: Coverage
--     What the data cover and up to which day, and whether replies of the body that answers are among them. Most data have none.
--
-- returns description_ko, description_en, last_day_covered, includes_replies

select
    description_ko,
    description_en,
    last_day_covered,
    includes_replies
from seen_coverage(false)
order by coverage_id
limit 1;
