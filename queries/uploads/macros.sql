-- How a cell is read: trimmed and as_text first, then what its column holds; null when it cannot be read so.

create or replace temp macro is_space(letter) as
    letter in (9, 10, 11, 12, 13, 32, 160, 12288, 65279);

create or replace temp macro ends_with_space(raw) as
    ends_with(raw, ' ') or ends_with(raw, chr(9)) or ends_with(raw, chr(10)) or ends_with(raw, chr(11))
    or ends_with(raw, chr(12)) or ends_with(raw, chr(13)) or ends_with(raw, chr(160)) or ends_with(raw, chr(12288))
    or ends_with(raw, chr(65279));

-- Empty cells are null. The ends are looked at first: trim() walks every letter.
create or replace temp macro trimmed(raw) as
    nullif(case
        when is_space(unicode(raw)) or ends_with_space(raw)
            then trim(raw, concat(' ', chr(9), chr(10), chr(11), chr(12), chr(13), chr(160), chr(12288), chr(65279)))
        else raw
    end, '');

-- One of the apostrophes that an export puts before a formula is taken away.
create or replace temp macro as_text(cell) as
    case
        when starts_with(cell, '''') and regexp_matches(cell, '^''+[=+\-@\t\r]') then substr(cell, 2)
        else cell
    end;

create or replace temp macro as_integer(cell) as
    case
        when regexp_matches(cell, '^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$')
            then try_cast(split_part(replace(cell, ',', ''), '.', 1) as integer)
    end;

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

create or replace temp macro spoken_time(is_morning, is_afternoon, hours, minutes) as
    case
        when minutes < 60 and hours < 24 and not ((is_morning or is_afternoon) and (hours > 12 or hours = 0))
            then make_time(
                case when is_afternoon and hours < 12 then hours + 12 when is_morning and hours = 12 then 0 else hours end,
                minutes, 0
            )
    end;

create or replace temp macro as_time(cell) as
    case
        when regexp_matches(cell, '^\d{1,2}:\d{2}(:\d{2})?$') then try_cast(cell as time)
        when regexp_matches(cell, '^(오전|오후)? ?\d{1,2}(시|:)( ?\d{1,2}분?)?$') then spoken_time(
            starts_with(cell, '오전'),
            starts_with(cell, '오후'),
            regexp_extract(cell, '(\d{1,2})(?:시|:)', 1)::integer,
            coalesce(nullif(regexp_extract(cell, '(?:시|:) ?(\d{1,2})', 1), '')::integer, 0)
        )
    end;

-- Which of the ways in which a date cannot be read.
create or replace temp macro date_problem(cell) as
    case
        when regexp_matches(cell, '^\d{1,2} ?[-./] ?\d{1,2} ?[-./] ?(\d{4}|\d{2})\.?$') then 'ambiguous_date'
        when regexp_matches(cell, '^\d{4}(년|[-./ ]|$) ?(\d{1,2}월?)?\.?$') then 'incomplete_date'
        else 'bad_date'
    end;

-- A telephone number or an e-mail address, as people write them.
create or replace temp macro contact_in(cell) as
    regexp_extract(
        cell,
        '[\w.+-]+@[\w-]+\.[\w.-]+|\b0(2|1[016789]|[3-6]\d|70|80|50\d)[-. )]{0,2}\d{3,4}[-. ]?\d{4}\b'
    );

create or replace temp macro looks_like_contact(cell) as
    regexp_matches(
        cell,
        '[\w.+-]+@[\w-]+\.[\w.-]+|\b0(2|1[016789]|[3-6]\d|70|80|50\d)[-. )]{0,2}\d{3,4}[-. ]?\d{4}\b'
    );
