-- What is done about letters that nobody sees, and what two texts share that look alike.

-- Letters that nobody sees are taken away, every kind of blank becomes a plain one, every kind of line end a line end.
-- Joiners and marks of direction stay where they are meant: in emoji and in scripts that are joined or run from the right.
create or replace temp macro is_joined(cell) as
    regexp_matches(
        cell,
        '[\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Sinhala}]'
    );

create or replace temp macro without_invisible(cell) as
    case
        when is_joined(cell) then regexp_replace(cell, '[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\x{ad}\x{34f}\x{180e}\x{200b}\x{2060}-\x{2064}\x{206a}-\x{206f}\x{feff}\x{fff9}-\x{fffb}]', '', 'g')
        else regexp_replace(
            cell,
            '[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}\x{fff9}-\x{fffb}\x{e0000}-\x{e007f}]',
            '',
            'g'
        )
    end;

create or replace temp macro cleaned(cell) as
    without_invisible(regexp_replace(
        regexp_replace(
            cell, '[\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{2800}\x{3000}\x{3164}\x{ffa0}]|\x{115f}\x{1160}', ' ', 'g'
        ),
        '[\x0b\x0c\x{85}\x{2028}\x{2029}]', E'\n', 'g'
    ));

-- What two texts share that a person takes for the same: blanks, case, width, dashes, middle dots and what nobody sees
-- are forgiven. The rule of dashboard/uploads/fuzzy_match.py, for whole columns.
create or replace temp macro look_alike(cell) as
    case
        when strlen(cell) = length(cell) then lower(regexp_replace(cell, '\s+', '', 'g'))
        else lower(regexp_replace(
            translate(
                cleaned(cell),
                '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀'
                || 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～‐‑‒–—―−﹘﹣ㆍ‧・•･∙⋅ᆞ',
                '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~---------········'
            ),
            '[\s\x{200c}-\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fe00}-\x{fe0f}]', '', 'g'
        ))
    end;
