-- How whole numbers and times of day are read from a cell.

create or replace temp macro as_integer(cell) as
    case
        when regexp_matches(cell, '^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$')
            then try_cast(split_part(replace(cell, ',', ''), '.', 1) as integer)
    end;

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
