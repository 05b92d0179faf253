"""The figure of a chart with its sentence, ready to be drawn in a browser, or why there is none."""

from dataclasses import dataclass
from typing import Any

import orjson

from dashboard import queries
from dashboard.charts import DARK, Figure, Labels, describe_events, mark_events, says_nothing
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.published.registry import Builder, short_name
from dashboard.queries import Rows
from dashboard.states import STATES

NO_EVENTS: Rows = []
BUTTON_ROW = 28  # pixels below the figure
LARGE = 480  # pixels that a figure which stands alone is high
# Charts below one of the same rows undivided: with a single group they would be that one drawn again.
_DIVIDED = frozenset(
    f"{page}/{kind}_by_{group}"
    for page, kind, groups in (
        ("response_rates", "answers", ("category", "department")),
        ("promises", "promises", ("session", "department", "category")),
    )
    for group in groups
)


@dataclass(frozen=True)
class Drawing:
    """A figure ready to be sent, made once for all viewers of one choice, language and data version.

    `events` says what is marked on it besides, `events_on_phone` what of it a phone shows, `said_on_phone`
    what there is less of there.
    """

    payload: bytes
    sentence: str
    height: int
    events: str = ""
    events_on_phone: str = ""
    said_on_phone: str = ""


def build_drawing(
    name: str,
    build: Builder,
    rows: Rows,
    labels: Labels,
    footnote: str,
    *,
    events: Rows = NO_EVENTS,
    **more: Any,
) -> Drawing:
    """The figure of some rows with all that the browser needs; `footnote` is for its picture.

    `events` are marked where the chart goes over time; `more` takes the place of parts of the payload, or
    of its `words`.
    """
    unmarked = build(rows, labels)
    figure, marked = mark_events(unmarked, events, labels), describe_events(unmarked, events, labels)
    sentence = figure["layout"]["meta"]["sentence"]
    title = queries.load(name).worded(includes_replies=labels.includes_replies).title[labels.language]
    words = {"save": labels("chart.save"), "unavailable": labels("chart.unavailable")}
    payload = {
        "figure": figure,
        "title": title,
        "description": " ".join(filter(None, (f"{title}. {sentence}", marked))),
        "footnote": footnote,
        "file_name": short_name(name),
        "language": labels.language,
        "dark": DARK,
        **more,
        "words": words | more.get("words", {}),
    }
    on_phone = describe_events(unmarked, events, labels, on_phone=True)
    height = figure["layout"]["height"] + BUTTON_ROW
    said_on_phone = figure["layout"]["meta"].get("said_on_phone", "")
    return Drawing(orjson.dumps(payload), sentence, height, marked, on_phone, said_on_phone)


def place_events(drawing: Drawing) -> list[tuple[str, str]]:
    """The lines of what is marked, each with its classes: a phone that shows less has its own."""
    wide, narrow = drawing.events, drawing.events_on_phone
    lines = [("events", wide)] if wide == narrow else [("events wide", wide), ("events narrow", narrow)]
    return [(classes, said) for classes, said in (*lines, ("events narrow", drawing.said_on_phone)) if said]


def enlarge(figure: Figure) -> Figure:
    """A figure as it stands alone: a curve is higher, while bars and rows keep the height that they need."""
    layout = figure["layout"]
    if layout["yaxis"].get("type") == "category" or "yaxis2" in layout:
        return figure
    return figure | {"layout": layout | {"height": max(LARGE, layout["height"])}}


def is_empty(rows: Rows) -> bool:
    """Whether there is nothing to draw: no rows, rows that count nothing, or that say nothing drawn."""
    counts = [
        row[key]
        for row in rows
        for key in ("received", "answered", "asked", "promises", "suggestions", *STATES)
        if key in row
    ]
    return not rows or (bool(counts) and not any(counts)) or says_nothing(rows)


def explain_undivided(name: str, rows: Rows, labels: Labels) -> str:
    """Why nothing is compared where the only group is all there is, or where all came up as often; no words
    where there is something to compare.
    """
    if (
        name == "categories/recurring_categories"
        and len(rows) > 1
        and len({row["meetings"] for row in rows}) == 1
    ):
        return labels("empty.recurring_alike", count=len(rows), meetings=f"{rows[0]['meetings']:,}")
    if name not in _DIVIDED or len(rows) > 1:
        return ""
    return labels(_name_only_group(name, has_name=rows[0].get("department") != ""))


def explain_empty(database: Database, name: str, filters: Filters, labels: Labels) -> str:
    """Why there is nothing to see, and what to do about it."""
    return explain_page(database, filters, labels) or labels(
        _find_reason(database, name, filters), as_of=labels.day(filters.day)
    )


def _find_reason(database: Database, name: str, filters: Filters) -> str:
    """The key of the words for why there is nothing; of a single group there is nothing to compare."""
    if name == "response_rates/missing_reasons":  # that none lacks its reason is no merit where there is none
        (headline,) = queries.answer(database, "figures/headline", filters)
        return f"empty.{'missing_reasons' if headline['answered'] else 'answer_quality'}"
    compared = name.removeprefix("turnaround/turnaround_by_")
    is_alone = compared in ("category", "department", "series") and not queries.answer(
        database, name, filters
    )
    if not is_alone:
        return f"empty.{short_name(name)}"
    answers = queries.answer(database, "response_rates/answers_by_department", filters)
    has_name = compared != "department" or any(row["department"] for row in answers)
    return _name_only_group(name, has_name=has_name)


def _name_only_group(name: str, *, has_name: bool) -> str:
    """The key of the words for the single group of a chart that compares groups."""
    return f"empty.one_{name.rpartition('_by_')[2]}" if has_name else "empty.no_department"


def explain_page(database: Database, filters: Filters, labels: Labels) -> str:
    """Why nothing at all is left to show; no words where something is."""
    (standing,) = queries.answer(database, "frame/standing")
    (chosen,) = queries.answer(database, "frame/received", filters)
    if not standing["suggestions"]:
        return labels("empty.database")
    if standing["first_received_on"] > filters.day:
        as_of, first = labels.day(filters.day), labels.day(standing["first_received_on"])
        return labels("empty.before_first", as_of=as_of, first=first)
    return "" if chosen["received"] else labels("empty.filtered")
