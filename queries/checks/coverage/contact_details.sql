-- ko: 전화번호나 전자우편 주소로 보이는 내용이 있습니다: '{value}'. 담당자가 아닌 사람에게는 가려집니다.
-- en: This looks like a telephone number or an e-mail address: '{value}'. It is masked for everyone but staff.
-- level: warning
-- returns record, column_name, value

with cells as (
    unpivot (
        select
            record,
            description_ko,
            description_en
        from incoming
        where looks_like_contact(concat_ws(' ', description_ko, description_en))
    )
    on description_ko, description_en
    into name column_name value cell
)
select
    record,
    column_name,
    contact_in(cell) as value
from cells
where looks_like_contact(cell)
