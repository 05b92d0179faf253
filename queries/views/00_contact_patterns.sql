-- What telephone numbers, e-mail addresses and resident registration numbers look like in half width; group 2 of a number
-- is the number. tests/test_masking.py is the table of what is found and what is not.
-- <-> is what may stand between two groups of digits, <=> what must, <,> as <-> with commas and slashes.

create or replace macro with_signs(pattern) as
    replace(replace(replace(
        pattern,
        '<->', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_]{0,3}'),
        '<=>', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_]{1,3}'),
        '<,>', '[\t\p{Zs}\p{Pd}\p{Cf}.()·‧∙•・ㅡ−_,/~*]{0,3}');

create or replace macro address_pattern() as
    '[\p{L}\p{N}\p{Cf}._%+''&-]+(?: ?@ ?|[(\[]at[)\]])\p{Cf}*'
    '(?:(?:[A-Za-z0-9\p{Cf}-]+\.)+\p{Cf}*[A-Za-z](?:[A-Za-z0-9\p{Cf}-]*[A-Za-z0-9])|(?:[\p{L}\p{N}\p{Cf}-]+\.)+\p{L}[\p{L}\p{Cf}]*\p{L})';

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
