-- How a day is read from a cell, and what is wrong with one that is not.

create or replace temp macro written_day(cell, part) as
    regexp_extract(
        cell,
        '^(\d{4})(?: ?[-./] ?|년 ?)(\d{1,2})(?: ?[-./] ?|월 ?)(\d{1,2})(?:일| ?\.)?(?: ?\([월화수목금토일](?:요일)?\))?'
        || '(?:[ T]+(?:(?:오전|오후|AM|PM) ?)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?)?$',
        part
    );

-- Year first, as Korean offices write it; a day as Excel counts them; a time of day after it is left out.
create or replace temp macro as_date(cell) as
    coalesce(
        case when strlen(cell) = 10 then try_strptime(cell, '%Y-%m-%d')::date end,
        case
            when regexp_matches(cell, '^\d{5}(\.\d+)?$') then date '1899-12-30' + floor(cell::double)::integer
            when regexp_matches(cell, '^\d{8}$') then try_strptime(cell, '%Y%m%d')::date
            when cell is not null then try_strptime(
                nullif(concat_ws('-', written_day(cell, 1), written_day(cell, 2), written_day(cell, 3)), '--'), '%Y-%m-%d'
            )::date
        end
    );

-- Which of the ways in which a date cannot be read.
create or replace temp macro date_problem(cell) as
    case
        when regexp_matches(cell, '^\d{1,2} ?[-./] ?\d{1,2} ?[-./] ?(\d{4}|\d{2})\.?$') then 'ambiguous_date'
        when regexp_matches(cell, '^\d{4}(년|[-./ ]|$) ?(\d{1,2}월?)?\.?$') then 'incomplete_date'
        else 'bad_date'
    end;
