-- What others than staff see of personal data: 이OO for a name; what 00_contact_patterns.sql finds in free text hidden.

-- Signs that nobody sees, which may stand inside a number: an upload takes them away, an older database may hold them.
create or replace macro invisible_signs() as
    '[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{17b4}-\x{17b5}\x{180b}-\x{180f}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{fff9}-\x{fffb}\x{e0000}-\x{e01ef}]';

-- Spares nearly every text the costly steps: only what matches it can be changed by masking. Every number that is hidden
-- has three digits and soon after them four more.
create or replace macro may_need_masking(words) as regexp_matches(
    words,
    '[0-9０-９]{3}[^0-9０-９A-Za-z가-힣\n]{0,3}[0-9０-９]{4}|[@＠﹫\x01-\x08\x0e-\x1f\x7f-\x9f\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{17b4}-\x{180f}\x{200b}-\x{206f}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{feff}-\x{ffa0}\x{fff9}-\x{fffb}\x{e0000}-\x{e01ef}]|[(\[]at[)\]]'
);

create or replace macro half_width(words) as translate(words, '０１２３４５６７８９＠﹫．－＋（）', '0123456789@@.-+()');

create or replace macro without_direction(words) as
    regexp_replace(words, '[\x{202A}-\x{202E}\x{2066}-\x{2069}]', '�', 'g');

-- A match takes the sign behind it along, so that the next number is found at the second time only.
create or replace macro masked_numbers(words) as
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(words,
        resident_pattern(), '\1[주민등록번호 가림]\3', 'g'),
        mobile_pattern(), '\1[전화번호 가림]\3', 'g'),
        telephone_pattern(), '\1[전화번호 가림]\3', 'g'),
        number_pattern(), '\1[전화번호 가림]\3', 'g');

create or replace macro without_invisible_signs(words) as regexp_replace(words, invisible_signs(), '', 'g');

-- Numbers are hidden before the signs go, too: without the signs one that ends there would run on into the next digits.
create or replace macro without_contacts(words) as masked_numbers(masked_numbers(without_invisible_signs(
    masked_numbers(regexp_replace(half_width(words), address_pattern(), '[전자우편 가림]', 'g'))
)));

create or replace macro holds_contact(words) as case
    when may_need_masking(words) then without_contacts(words) <> without_invisible_signs(half_width(words))
    else false
end;

-- A text without contacts stays as it was written. Every pattern stands here once: DuckDB prepares each one for every
-- question that it stands in, used or not.
create or replace macro masked_text(words) as case
    when may_need_masking(words) then coalesce(
        without_direction(nullif(without_contacts(words), without_invisible_signs(half_width(words)))),
        without_direction(words)
    )
    else words
end;

create or replace macro masked_name(name) as
    case when trim(coalesce(name, '')) <> '' then without_direction(left(trim(name), 1)) || 'OO' end;

-- What somebody sees of a text or a name; staff see all of it. Inside a lambda the patterns are prepared when a text needs
-- them, and not for every column of every question.
create or replace macro seen_text(words, is_staff) as
    case
        when words is null or not may_need_masking(words) then words
        when is_staff then without_direction(words)
        else list_transform([words], lambda text: masked_text(text))[1]
    end;

create or replace macro seen_name(name, is_staff) as if(is_staff, without_direction(name), masked_name(name));
