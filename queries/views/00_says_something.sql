-- Whether a text holds more than blanks of any script; null for no text.

create or replace macro says_something(words) as regexp_matches(words, '[^\s\p{Z}]');
