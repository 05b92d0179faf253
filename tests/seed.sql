-- The small world that tests live in. Looked at on 2026-01-09, a Friday; 14 counted days earlier was 2025-12-19.

insert into sessions (session_id, series, round, held_on, status, attendance, attendance_note) values
    ('S1', '시범 간담회', 1, '2025-11-11', 'held', 70, '70여 명'),
    ('S2', '시범 간담회', 2, '2025-11-25', 'held', 40, null),
    ('S3', '시범 간담회', 3, '2025-12-16', 'cancelled', null, null),      -- its suggestions still count
    ('S4', '다른 간담회', null, '2025-12-30', 'held', null, null),        -- a meeting without a round
    ('S5', '시범 간담회', 4, '2026-02-03', 'planned', null, null);        -- not yet: nothing may be counted for it

insert into suggestions
    (suggestion_id, session_id, received_on, organization, organization_type, speaker, category, title, detail, department, extended_due_on, extension_reason)
values
    ('N1', 'S1', null, '가상로보틱스', '기업', '김가상', '실증', '실증 공간 확대', '문의는 test@example.com 으로 주십시오.', '인공지능과', null, null),
    ('N2', 'S1', null, '가상로보틱스', '기업', null, '실증', '실증 기간 연장', null, '인공지능과', null, null),
    ('N3', 'S1', '2025-11-15', '예시연구원', '연구기관', null, '규제·제도', '특례 확대', null, '법무과', null, null),  -- received on a Saturday
    ('N4', 'S2', null, '예시연구원', '연구기관', null, '인재·교육', '=교육 과정 신설', null, null, null, null),       -- begins like a formula
    ('N5', 'S2', null, '시범학교', null, null, '인재·교육', '실습 교육', '전화 062-123-4567', null, '2026-01-31', '예산 협의'),  -- due on a Saturday
    ('N6', 'S2', null, '시범학교', null, null, '기타', '휴식', null, '총무과', null, null),          -- paused, and past due before that
    ('N7', 'S3', null, '가상데이터', '기업', null, 'R&D·기술', '공동 연구', null, '인공지능과', null, null),
    ('N8', 'S4', null, '가상데이터', '기업', null, '실증', '도로 실증', null, '인공지능과', null, null),
    ('N9', 'S4', '2026-01-12', '가상데이터', '기업', null, '기타', '나중에 온 건의', null, null, null, null);  -- not received yet

insert into responses
    (response_id, suggestion_id, responded_on, kind, decision, answer, reason, limits)
values
    ('R1', 'N1', '2025-11-11', 'on_site', null, '검토하겠습니다.', null, null),
    ('R2', 'N1', '2025-11-28', 'final', 'accepted', '수용합니다.', null, null),                  -- on the due day itself
    ('R3', 'N2', '2025-12-04', 'final', 'declined', '어렵습니다.', null, null),                  -- corrected a day later: the first date counts for time,
    ('R4', 'N2', '2025-12-05', 'final', 'partly', '일부 수용합니다.', '예산', '올해는 한 곳'),    -- the later decision for what was decided
    ('R9', 'N3', '2025-12-01', 'final', 'declined', '어렵습니다.', '법령', '개정 필요'),          -- same day as R10, and
    ('R10', 'N3', '2025-12-01', 'final', 'long_term', '다시 봅니다.', '   ', '개정 필요'),        -- R9 is the latest: ids are text
    ('R11', 'N4', '2025-12-01', 'interim', null, '검토하고 있습니다.', null, null),               -- feedback, but no answer
    ('R12', 'N7', '2026-01-08', 'final', 'transferred', '이첩합니다.', '소관 아님', ' '),         -- blanks state no limits
    ('R13', 'N8', '2026-01-12', 'final', 'accepted', '수용합니다.', null, null);                  -- after the day looked at

insert into pauses values
    ('N6', '2026-01-05', null, '보완 요청'),          -- open
    ('N6', '2025-12-01', '2025-12-03', '자료 대기'),
    ('N7', '2025-12-18', '2025-12-22', '관계기관 협의');

update responses set revisit_on = '2026-03-31' where response_id = 'R9';    -- not yet passed on the day looked at
update responses set revisit_on = '2026-01-14' where response_id = 'R12';   -- in the week after it

insert into progress_reports (report_id, suggestion_id, reported_on, progress, expected_on, slip_reason, confirmed_on) values
    ('P1', 'N1', '2025-12-10', 'in_progress', '2025-12-31', null, null),
    ('P2', 'N1', '2026-01-05', 'in_progress', '2026-03-31', '예산 확보가 늦어졌습니다. 문의 062-123-4567', null),  -- slipped
    ('P3', 'N2', '2025-12-20', 'done', null, null, '2026-01-12'),                     -- confirmed after the day looked at,
    ('P4', 'N2', '2026-01-13', 'in_progress', '2026-02-28', null, null),              -- and taken back later still
    ('P5', 'N4', '2025-12-15', 'done', null, null, null);                             -- nothing was promised: it counts nowhere

insert into links (suggestion_id, related_id, is_related, reason) values
    ('N4', 'N5', true, '교육을 늘려 달라는 건의'),    -- at the same meeting: not raised again
    ('N2', 'N8', true, '실증 조건이 같습니다'),       -- raised again after a refusal, though that was corrected the next day
    ('N3', 'N7', true, '특례가 있어야 하는 연구'),    -- after a refusal that is the latest decision by its id only
    ('N1', 'N7', false, '공간과 연구는 다릅니다'),    -- rejected: not proposed again
    ('N4', 'N9', true, null);                         -- N9 is not received yet: nothing is raised again with it

insert into holidays values
    ('2025-12-24', '시범 휴무일', true);

insert into events values
    ('E10', '2026-01-05', '조직개편 시행', 'reorganization', null, 'https://www.example.com/notice'),
    ('E2', '2026-01-05', '조례 개정 공포, 문의 062-123-4567', 'ordinance', '비고', null),   -- the same day: 2 before 10
    ('E3', '2026-06-03', '선거', 'election', null, null);                                -- after the day looked at
