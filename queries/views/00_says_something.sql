-- Whether a text holds more than blanks of any script; null for no text. Most begin with a letter or a sign of ASCII or
-- with a Korean syllable, which two comparisons tell in a tenth of the time of the pattern.

create or replace macro says_something(words) as case
    when words >= '!' and words < chr(127) or words >= '가' and words < '힤' then true
    else regexp_matches(words, '[^\s\p{Z}]')
end;
