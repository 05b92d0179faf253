-- Whether a text holds every word of a search, whatever the case; e-mail addresses and phone numbers cannot be found.

create or replace macro holds_words(words, search) as
    len(list_filter(
        string_split(lower(trim(search)), ' '),
        lambda word: not contains(lower(masked_text(words)), word)
    )) = 0;
