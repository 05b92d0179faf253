-- What a person answered about an office's sheet; used again for sheets with the same headings.

create table remembered_answers (
    headings varchar not null,     -- all headings of the sheet, as they are compared, as a JSON list
    question varchar not null,     -- its key, such as 'status:확인 중'
    answer varchar not null
);
