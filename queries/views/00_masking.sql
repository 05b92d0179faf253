-- What others than staff see of personal data: 이OO for a name; e-mail addresses, telephone numbers and resident
-- registration numbers in free text hidden. tests/test_masking.py is the table of what is hidden and what is not.
-- In a pattern <-> is what may stand between two groups of digits, <=> what must, <,> as <-> with commas and slashes.

create or replace macro with_signs(pattern) as
    replace(replace(replace(
        pattern,
        '<->', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_]{0,3}'),
        '<=>', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_]{1,3}'),
        '<,>', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_,/~*]{0,3}');

-- Spares nearly every text the costly steps: only what matches it can be changed by masking. Every number that is hidden
-- has three digits and soon after them four more.
create or replace macro may_need_masking(words) as regexp_matches(
    words,
    '[0-9０-９]{3}[^0-9０-９A-Za-z가-힣\n]{0,3}[0-9０-９]{4}|[@＠﹫\x{202A}-\x{202E}\x{2066}-\x{2069}]|[(\[]at[)\]]'
);

create or replace macro half_width(words) as if(
    regexp_matches(words, '[０-９＠﹫．－＋（）]'),
    translate(words, '０１２３４５６７８９＠﹫．－＋（）', '0123456789@@.-+()'),
    words
);

create or replace macro without_direction(words) as
    regexp_replace(words, '[\x{202A}-\x{202E}\x{2066}-\x{2069}]', '�', 'g');

create or replace macro address_pattern() as
    '[\p{L}\p{N}._%+''&-]+(?: ?@ ?|[(\[]at[)\]])'
    '(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,})';

-- Six digits that are a date, one for the century and the sex, six more.
create or replace macro resident_pattern() as
    with_signs('(^|[^0-9A-Za-z.-]|[^0-9][.-])(\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])<->[1-8]\d{6})($|\D)');

-- Mobile numbers, and those that begin with the country: no other number looks like them.
create or replace macro mobile_pattern() as with_signs(
    '(^|\D)((?:(?:\+|00)?<,>82<,>0?<,>1|01)[016789]<,>\d{3,4}<,>\d{4}|(?:\+|00)<->82<->0?<->(?:2|[3-6]\d|[78]0|50\d)<->\d{3,4}<->\d{4}'
    '|\+[1-9]\d{0,2}[- ]?\(?\d{1,4}\)?[- ]\d{3,4}[- ]\d{4})($|\D)'
);

-- Area codes and 0505, 070, 080 …: not where a number and a dash or point go before, as in 2025-021234567;
-- written in one piece, not behind a letter either. 1588-1234 and its like are a company's front door and look
-- like any two numbers, so they stay.
create or replace macro area_code() as '(?:0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|[678]0|50\d|30\d)|82<=>0?<->(?:2|[3-6][1-5]|70))';

create or replace macro telephone_pattern() as with_signs(
    '(^|[^0-9.-]|[^0-9][.-])(' || area_code() || '<=>\d{3,4}<->\d{4}|' || area_code() || '\d{3,4}<=>\d{4})($|\D)'
);

create or replace macro number_pattern() as with_signs(
    '(^|[^0-9A-Za-z.-]|[^0-9A-Za-z][.-])(' || area_code() || '\d{7,8})($|\D)'
);

-- A match takes the sign behind it along, so that the next number is found at the second time only.
create or replace macro masked_numbers(words) as
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(words,
        resident_pattern(), '\1[주민등록번호 가림]\3', 'g'),
        mobile_pattern(), '\1[전화번호 가림]\3', 'g'),
        telephone_pattern(), '\1[전화번호 가림]\3', 'g'),
        number_pattern(), '\1[전화번호 가림]\3', 'g');

create or replace macro without_contacts(words) as
    masked_numbers(masked_numbers(regexp_replace(half_width(words), address_pattern(), '[전자우편 가림]', 'g')));

create or replace macro holds_contact(words) as
    case when may_need_masking(words) then without_contacts(words) <> half_width(words) else false end;

create or replace macro masked_text(words) as case
    when not may_need_masking(words) then words
    when holds_contact(words) then without_direction(without_contacts(words))
    else without_direction(words)
end;

create or replace macro masked_name(name) as
    case when trim(coalesce(name, '')) <> '' then without_direction(left(trim(name), 1)) || 'OO' end;

-- What somebody sees of a text or a name; staff see all of it.
create or replace macro seen_text(words, is_staff) as
    case
        when not is_staff then masked_text(words)
        when may_need_masking(words) then without_direction(words)
        else words
    end;

create or replace macro seen_name(name, is_staff) as if(is_staff, without_direction(name), masked_name(name));
