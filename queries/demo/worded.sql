-- ko: 답변 문장 채우기
--     답변 문장의 빈자리를 건의 제목, 시가 할 일, 부서, 기관, 다음 반기로 채웁니다.
-- en: Wording of a reply
--     Fills the slots of a reply: title, what the city would do, department, agency, the coming half-year.
--
-- returns nothing

create or replace temp macro demo_worded(wording, title, action, department, agency, day) as
    wording
    .replace('{title}', title)
    .replace('{action}', action)
    .replace('{department}', department)
    .replace('{agency}', agency)
    .replace('{term}', case
        when month(day) <= 6 then year(day) || '년 하반기'
        else (year(day) + 1) || '년 상반기'
    end);
