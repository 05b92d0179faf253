-- ko: 재검토일이 지난 건의
--     다시 검토하기로 한 날이 지났으나 그날부터 회신이 없고 그전에도 새 최종 회신이 없는 건의의 수입니다.
-- en: Due for review
--     Suggestions whose review day has passed without a response on or after it and without a new final answer.

create or replace macro due_for_review(past_review_day) as
    total(past_review_day);
