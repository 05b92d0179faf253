"""The headline figures side by side, each with its meaning one click away."""

import datetime
from dataclasses import replace

import streamlit as st
from markupsafe import Markup, escape

from dashboard import queries
from dashboard.charts import describe_change, describe_figure
from dashboard.filters import Filters
from dashboard.queries import Document, Row
from dashboard.ui.day_choice import Comparison, read_comparison
from dashboard.ui.language import document, labels, language, whole, words
from dashboard.ui.served_database import database

_FIGURE = Markup(
    "<div><dt><span>{title}</span>"
    " <details><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></dt>"
    "<dd>{value}</dd>{more}</div>"
)
_MORE = Markup("<dd class='more'>{}</dd>")
_LINE = Markup("<span>{}</span>")
_WHOLE = Markup("<span class='whole'>{}</span>")
_LONGEST_WHOLE = 20  # letters; a longer part would leave the line before it half empty


def show_figures(
    filters: Filters, *names: str, on_record: tuple[str, ...] = (), moved: frozenset[str] = frozenset()
) -> None:
    """Some of the headline figures; others, if `on_record` names any, where replies may only be missing.

    The page says already how many the `moved` are: of them it is said how that has changed, if it is known.
    One list for all of them, written once for all viewers: as many st.metric cost seven times as much.
    """
    if on_record and not labels().includes_replies:
        names = on_record
    compared = read_comparison(filters.day)
    key = ("figures", language(), labels().includes_replies, names, moved, filters, filters.day, compared)
    st.html(database().cached(key, lambda: write_figures(names, filters, compared, moved)))


def write_figures(
    names: tuple[str, ...], filters: Filters, compared: Comparison | None, moved: frozenset[str]
) -> Markup:
    """The list of the figures, each with how it has moved since the day `compared` with."""
    rows = _ask(names, filters)
    before = _ask(names, replace(filters, as_of=compared.day)) if compared else {}
    figures = []
    for name in names:
        change = describe_change(name, rows[name], before[name], labels()) if before else None
        if compared and change and name in moved:
            then, _ = describe_figure(name, before[name], labels())
            figures.append(_moved(name, rows[name], change, _say_then(compared, then, filters.day)))
        else:
            figures.append(_figure(name, rows[name], _say_since(compared, change, filters.day)))
    return Markup("<dl class='figures'>{}</dl>").format(Markup().join(figures))


def _ask(names: tuple[str, ...], filters: Filters) -> dict[str, Row]:
    """The row that each figure is taken from."""
    return {name: queries.answer(database(), _find_source(name), filters)[0] for name in names}


def _say_since(compared: Comparison | None, change: str | None, today: datetime.date) -> str:
    if compared is None or change is None:
        return ""
    key = "figures.since_day" if compared.is_chosen else "figures.since_meeting"
    return words(key, day=labels().recent_day(compared.day, today), change=change)


def _say_then(compared: Comparison, then: str, today: datetime.date) -> str:
    """What the figure was on the day compared with."""
    key = "figures.then_day" if compared.is_chosen else "figures.then_meeting"
    return words(key, day=labels().recent_day(compared.day, today), count=then)


def _find_source(name: str) -> str:
    """The question that answers a figure."""
    is_headline = name in queries.load("figures/headline").returns
    return "figures/headline" if is_headline else "figures/promises"


def _figure(name: str, row: Row, change: str) -> Markup:
    value, note = describe_figure(name, row, labels())
    return _write_figure(name, words(f"figures.{name}"), value, (note, change))


def _moved(name: str, row: Row, change: str, then: str) -> Markup:
    """A figure whose count stands on the page already: large is by how much it has changed."""
    _, note = describe_figure(name, row, labels())
    return _write_figure(name, words("figures.moved", name=words(f"figures.{name}")), change, (then, note))


def _write_figure(name: str, title: str, value: str, lines: tuple[str | None, ...]) -> Markup:
    said = Markup(" ").join(_LINE.format(_keep_parts(line)) for line in lines if line)
    return _FIGURE.format(
        title=_keep_bracket(title),
        about=words("figures.about", name=title),
        meaning=whole(_say_meaning(name)),
        value=value,
        more=_MORE.format(said) if said else "",
    )


def _say_meaning(name: str) -> str:
    if name == "waiting_overdue":  # a plain count, of which the row says less than a reader asks
        return words("figure_meanings.waiting_overdue")
    return _document(name).meaning[language()]


def _keep_parts(line: str) -> Markup:
    """A line whose parts between middle dots (목표일 전 26건) stay in one piece where there is room.

    A bracket, such as (2025. 11. 25.), goes to the next line as one. A count of a million breaks behind its
    stroke and not within a number.
    """
    parts = line.split(" · ")
    if len(parts) == 1 and "/" not in line:
        before, bracket, after = line.partition("(")
        return whole(before) + (Markup("<wbr>") + whole(bracket + after) if bracket else "")
    ends = [" ·"] * (len(parts) - 1) + [""]
    kept = (escape(part + end).replace("/", Markup("/<wbr>")) for part, end in zip(parts, ends, strict=True))
    forms = (_WHOLE if len(part) <= _LONGEST_WHOLE else Markup("{}") for part in parts)
    return Markup(" ").join(form.format(part) for form, part in zip(forms, kept, strict=True))


def _keep_bracket(title: str) -> Markup:
    """A name whose bracket, such as (중간 회신 포함), goes to the next line as one."""
    before, bracket, after = title.partition("(")
    return Markup("{}").format(before) + (_WHOLE.format(bracket + after) if bracket else Markup())


def _document(name: str) -> Document:
    """What a figure counts: the header of its metric, or of the query for a plain count."""
    documents = {f"metrics/{name}", f"figures/{name}"} & {
        *queries.names("metrics"),
        *queries.names("figures"),
    }
    return document(documents.pop() if documents else _find_source(name))
