-- ko: 완료예정일이 지난 약속
--     완료예정일이 지났으나 완료가 보고되지 않은 약속의 수입니다. 완료예정일을 밝히지 않은 약속은 세지 않습니다.
-- en: Promises past their due date
--     Promises not reported as done although the day stated last has passed. Those without a stated day do not count.

create or replace macro overdue_promises(past_promised_day) as
    total(past_promised_day);
