-- ko: 전화번호, 전자우편 주소, 주민등록번호로 보이는 내용이 있습니다: '{value}'. 담당자가 아닌 사람에게는 가려집니다.
-- en: This looks like a telephone number, an e-mail address or a resident number: '{value}'. It is masked for everyone but staff.
-- level: warning
-- returns record, column_name, value

select
    record,
    column_name,
    value
from contact_details('incoming', 'events')
