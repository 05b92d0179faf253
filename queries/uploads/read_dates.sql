-- How a day is read from a cell, and what is wrong with one that is not.

-- Year first, as Korean offices write it, with or without a weekday and a time of day: as >year-month-day.
create or replace temp macro written_day(cell) as
    regexp_replace(
        cell,
        '^(\d{4})(?: ?[-./] ?|년 ?)(\d{1,2})(?: ?[-./] ?|월 ?)(\d{1,2})(?:일| ?\.)?(?: ?\([월화수목금토일](?:요일)?\))?'
        || '(?:[ T]+(?:(?:오전|오후|AM|PM) ?)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?)?$',
        '>\1-\2-\3'
    );

-- A day as Excel counts them is one of five digits.
create or replace temp macro as_date(cell) as
    coalesce(
        case when strlen(cell) = 10 then try_strptime(cell, '%Y-%m-%d')::date end,
        case
            when cell is null then null
            when strlen(cell) = 8 and try_cast(cell as integer) >= 0 then try_strptime(cell, '%Y%m%d')::date
            when try_cast(cell as double) between 10000 and 99999 and not contains(lower(cell), 'e')
                then date '1899-12-30' + floor(cell::double)::integer
            else try_strptime(written_day(cell), '>%Y-%m-%d')::date
        end
    );

-- Which of the ways in which a date cannot be read.
create or replace temp macro date_problem(cell) as
    case
        when regexp_matches(cell, '^\d{1,2} ?[-./] ?\d{1,2} ?[-./] ?(\d{4}|\d{2})\.?$') then 'ambiguous_date'
        when regexp_matches(cell, '^\d{4}(년|[-./ ]|$) ?(\d{1,2}월?)?\.?$') then 'incomplete_date'
        when starts_with(written_day(cell), '>') or regexp_matches(cell, '^(19|20)\d{6}$') then 'impossible_date'
        else 'bad_date'
    end;
