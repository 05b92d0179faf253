-- How a cell is read: trimmed and as_text first, then what its column holds; null when it cannot be read so.

create or replace temp macro begins_with_space(raw) as
    unicode(raw) <= 32 or unicode(raw) = 160 or unicode(raw) = 12288 or unicode(raw) = 65279;

create or replace temp macro ends_with_space(raw) as
    ends_with(raw, ' ') or ends_with(raw, E'\t') or ends_with(raw, E'\n') or ends_with(raw, E'\x0b')
    or ends_with(raw, E'\f') or ends_with(raw, E'\r') or ends_with(raw, chr(160)) or ends_with(raw, chr(12288))
    or ends_with(raw, chr(65279));

create or replace temp macro without_spaces(raw) as
    trim(raw, concat(E' \t\n\x0b\f\r', chr(160), chr(12288), chr(65279)));

-- Empty cells are null. The ends are looked at first: trim() walks every letter.
create or replace temp macro trimmed(raw) as
    case
        when raw = '' then null
        when begins_with_space(raw) or ends_with_space(raw) then nullif(without_spaces(raw), '')
        else raw
    end;

-- One of the apostrophes that an export puts before a formula is taken away.
create or replace temp macro as_text(cell) as
    case
        when starts_with(cell, '''') and regexp_matches(cell, '^''+[=+\-@\t\r]') then substr(cell, 2)
        else cell
    end;
