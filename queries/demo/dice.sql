-- ko: 주사위
--     0부터 sides보다 하나 작은 수까지 고르게 나오는 수. 같은 번호, 같은 씨앗, 같은 쓰임이면 늘 같습니다.
-- en: Dice
--     An even number from 0 to one below sides. The same row, seed and purpose always give the same number.
--
-- returns nothing

-- hash() mixes its arguments by exclusive or, which leaves purposes correlated: the outer one parts them.
create or replace temp macro demo_dice(sides, row_number, seed, purpose) as
    (hash(hash(row_number, seed, purpose)) % sides::ubigint)::integer;

-- One of some lines.

create or replace temp macro demo_line(lines, row_number, seed) as
    lines[1 + demo_dice(len(lines), row_number, seed, 'line')];
