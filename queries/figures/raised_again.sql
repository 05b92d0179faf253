-- ko: 다시 나온 건의
--     앞선 간담회에서 나온 건의와 관련 있다고 담당자가 확인한 건의의 수입니다. 그 가운데 앞선 건의가 ‘수용 곤란’ 회신을 받은 뒤에 접수된 건의를 따로 셉니다.
-- en: Raised again
--     Suggestions confirmed by staff as repeating one from an earlier meeting, and how many of them were received
--     after that one had been declined.
--
-- $as_of        the day being looked at
-- $series       series chosen; empty means all
-- $sessions     meetings chosen; empty means all
-- $categories   categories chosen; empty means all
-- $departments  departments chosen, '' for none yet; empty means all
-- returns raised_again, raised_again_after_refusal

select
    count(*) as raised_again,
    count(*) filter (is_after_refusal) as raised_again_after_refusal
from raised_again($as_of, $series, $sessions, $categories, $departments);
