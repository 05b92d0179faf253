-- A text as lists, charts and options show it: so many letters and …; the story of one suggestion shows all of it.

create or replace macro cut_after(words, letters) as
    case when strlen(words) > letters and length(words) > letters then left(words, letters - 1) || '…' else words end;

create or replace macro cut(words) as cut_after(words, 200);

-- A name by which suggestions are grouped and chosen, as everybody sees it: names that look alike are one. Few names need a
-- step at all; inside a lambda the patterns of masking are prepared for those only.

create or replace macro shown_name(words) as case
    when words is null or strlen(words) <= 200 and not may_need_masking(words) then words
    else list_transform([words], lambda name: cut(masked_text(name)))[1]
end;
