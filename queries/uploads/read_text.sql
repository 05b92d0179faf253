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
