-- What a good final answer has in it: one check a macro, of the parts of the latest one. Null: not asked of such an answer.

-- Why something cannot be done, or not all of it, is owed only where it is not accepted.

create or replace macro checks_reason(decision, reason) as
    case when decision <> 'accepted' then coalesce(says_something(reason), false) end;

create or replace macro checks_limits(decision, limits) as
    case when decision <> 'accepted' then coalesce(says_something(limits), false) end;

create or replace macro checks_next_step(next_step) as
    coalesce(says_something(next_step), false);

create or replace macro checks_contact(responder) as
    coalesce(says_something(responder), false);

-- A day: a year and a month (2026. 3., 2026-03, 2026년 3월), a month (3월), or month and day (3. 31.). A half or a quarter of a
-- year is none, and neither are three months (3개월).

create or replace macro holds_day(words) as case
    when regexp_matches(words, '[0-9０-９]') then regexp_matches(
        comparable(words),
        '(^|[^0-9])(19|20)[0-9]{2}\s*(\.|-|/|년)\s*(0?[1-9]|1[0-2])([^0-9]|$)'
        '|(^|[^0-9])(0?[1-9]|1[0-2])\s*월'
        '|(^|[^0-9.])(0?[1-9]|1[0-2])\.\s*(0?[1-9]|[12][0-9]|3[01])\.([^0-9]|$)'
    )
    when words is not null then false
end;

create or replace macro checks_day(revisit_on, next_step) as
    case when revisit_on is not null then true else coalesce(holds_day(next_step), false) end;

-- Whether an answer states a day: in itself, or in the reports by the day looked at. Null of what has no final answer.

create or replace macro states_a_day(quality, expected_on) as
    case when quality is not null then quality.day or expected_on is not null end;
