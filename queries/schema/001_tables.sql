-- The tables that staff fill by uploading files, and the record of every upload.

create table sessions (
    session_id varchar primary key,
    series varchar not null,
    round integer,
    held_on date not null,
    starts_at time,
    place varchar,
    topic varchar,
    presenters varchar,
    attendance integer,
    attendance_note varchar,
    status varchar not null,
    source varchar
);

create table suggestions (
    suggestion_id varchar primary key,
    session_id varchar not null,
    received_on date,
    organization varchar,
    organization_type varchar,
    speaker varchar,
    speaker_role varchar,
    category varchar not null,
    title varchar not null,
    detail varchar,
    department varchar,
    extended_due_on date,
    extension_reason varchar,
    source varchar
);

create table responses (
    response_id varchar primary key,
    suggestion_id varchar not null,
    responded_on date not null,
    kind varchar not null,
    decision varchar,
    progress varchar,
    answer varchar not null,
    reason varchar,
    limits varchar,
    next_step varchar,
    revisit_on date,
    responder varchar,
    source varchar,
    note varchar
);

create table pauses (
    suggestion_id varchar,
    paused_from date,
    paused_until date,
    reason varchar not null,
    primary key (suggestion_id, paused_from)
);

create table holidays (
    day date primary key,
    name varchar not null,
    is_off boolean not null
);

create table categories (
    category varchar primary key,
    label_en varchar,
    sort integer,
    aliases varchar
);

insert into categories values
    ('인재·교육', 'Talent and education', 1, '인재, 교육, 인력양성'),
    ('창업·기업지원', 'Start-ups and business support', 2, '창업, 기업지원'),
    ('기업연계·상생', 'Partnership and shared growth', 3, '기업연계, 상생, 협력'),
    ('실증', 'Field trials', 4, '실증사업, 실증 지원'),
    ('인프라·데이터', 'Infrastructure and data', 5, '인프라, 데이터'),
    ('규제·제도', 'Regulation and institutions', 6, '규제, 제도, 규제개선'),
    ('R&D·기술', 'R&D and technology', 7, '연구개발, 기술, R&D'),
    ('기타', 'Other', 8, '그 밖');
