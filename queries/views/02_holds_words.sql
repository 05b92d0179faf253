-- Whether an id and words hold all of a search, whatever the case and the form of the letters; blanks of any script part
-- words. What is hidden from others than staff they cannot find.
-- Several texts stand on lines of their own: no pattern of masking reaches over the end of a line, so none hides another.
-- The costly steps are spared where they can be: case is folded only for a word that has one, and a text is masked
-- only when it holds the words. DuckDB would prepare its patterns anew for every 2,048 rows inside a lambda, where the
-- argument of a macro lands: as an element of the list that the lambda is about, the text is made before.

create or replace macro search_words(search) as
    list_filter(string_split_regex(lower(comparable(search)), '[\s\p{Z}\p{Cc}]+'), lambda word: word <> '');

create or replace macro folded(words, word) as if(upper(word) = word, words, lower(words));

-- What staff search.

create or replace macro holds_words_unmasked(words, search) as
    len(list_filter(
        [comparable(words)],
        lambda text: len(list_filter(search_words(search), lambda word: not contains(folded(text, word), word))) = 0
    )) = 1;

-- What everybody searches.

create or replace macro holds_words(id, texts, search, is_staff) as case
    when not holds_words_unmasked(concat_ws(E'\n', id, array_to_string(texts, E'\n')), search) then false
    when is_staff then true
    else holds_words_unmasked(concat_ws(E'\n', id, masked_text(comparable(array_to_string(texts, E'\n')))), search)
end;
