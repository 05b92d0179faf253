-- Whether a text holds every word of a search, whatever the case; e-mail addresses and phone numbers cannot be found.
-- Both costly steps are spared where they can be: case is folded only for a word that has one, and what cannot be
-- found is looked for only in a text that holds the word.

create or replace macro folded(words, word) as if(upper(word) = word, words, lower(words));

create or replace macro holds_words(words, search) as
    len(list_filter(
        string_split(lower(trim(search)), ' '),
        lambda word: not case
            when contains(folded(words, word), word) then contains(folded(masked_text(words), word), word)
            else false
        end
    )) = 0;
