-- What became of what was promised: one report on carrying out one suggestion, as often as there is one.

create table progress_reports (
    report_id varchar primary key,
    suggestion_id varchar not null,
    reported_on date not null,
    progress varchar not null,
    expected_on date,
    summary varchar,
    slip_reason varchar,
    evidence varchar,          -- a document or an address that shows it
    confirmed_on date,         -- a report is confirmed from this day on
    confirmed_by varchar,
    source varchar
);
