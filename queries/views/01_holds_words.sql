-- Whether a text holds every word of a search, whatever the case and the form of its letters; blanks of any script part words.
-- Both costly steps are spared where they can be: case is folded only for a word that has one, and what cannot be
-- found is looked for only in a text that holds the word.

create or replace macro search_words(search) as
    list_filter(string_split_regex(lower(comparable(search)), '[\s\p{Z}\p{Cc}]+'), lambda word: word <> '');

create or replace macro folded(words, word) as if(upper(word) = word, words, lower(words));

create or replace macro holds_word(words, word) as contains(folded(comparable(words), word), word);

-- What staff search among the rows of a table.

create or replace macro holds_words_unmasked(words, search) as
    len(list_filter(search_words(search), lambda word: not holds_word(words, word))) = 0;

-- What everybody searches: e-mail addresses and phone numbers cannot be found.

create or replace macro holds_words(words, search) as
    len(list_filter(search_words(search), lambda word: not case
        when holds_word(words, word) then holds_word(masked_text(comparable(words)), word) else false
    end)) = 0;
