-- How a cell is read: trimmed and as_text first, then what its column holds; null when it cannot be read so.

create or replace temp macro begins_with_space(raw) as
    unicode(raw) in (9, 10, 11, 12, 13, 32, 160, 12288, 65279);

create or replace temp macro ends_with_space(raw) as
    ends_with(raw, ' ') or ends_with(raw, E'\t') or ends_with(raw, E'\n') or ends_with(raw, E'\x0b')
    or ends_with(raw, E'\f') or ends_with(raw, E'\r') or ends_with(raw, E'\u00a0') or ends_with(raw, E'\u3000')
    or ends_with(raw, E'\ufeff');

-- Empty cells are null. The ends are looked at first: trim() walks every letter.
create or replace temp macro trimmed(raw) as
    nullif(case
        when begins_with_space(raw) or ends_with_space(raw)
            then trim(raw, E' \t\n\x0b\f\r\u00a0\u3000\ufeff')
        else raw
    end, '');

-- One of the apostrophes that an export puts before a formula is taken away: before tab, return, + - = and @.
create or replace temp macro as_text(cell) as
    case
        when starts_with(cell, '''') and unicode(ltrim(cell, '''')) in (9, 13, 43, 45, 61, 64) then substr(cell, 2)
        else cell
    end;
