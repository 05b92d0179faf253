-- ko: 사유·한계 기재율
--     최종 처리결과가 ‘수용’이 아닌 건의 가운데, 가장 최근의 최종 회신에 사유와 한계를 모두 적은 비율입니다.
--     빈칸만 있는 경우는 적지 않은 것으로 봅니다.
-- en: Reason and limits stated
--     Of the suggestions whose latest final answer is not “accepted”, the share whose latest final answer states
--     both the reason and the limits. Blanks do not state anything.
-- without replies ko: 사유·한계를 적은 기록이 있는 건의
--     이 자료에 있는 가장 최근의 최종 처리결과가 ‘수용’이 아닌 건의 가운데 사유와 한계가 모두 적힌 건의의 수입니다.
-- without replies en: Suggestions with reason and limits on record
--     How many of the suggestions whose latest final answer in these data is not “accepted” state both the reason and the limits.

create or replace macro reason_rate(with_reason, answered, accepted) as
    total(with_reason) / nullif(total(answered) - total(accepted), 0);
