"""One meeting on one sheet of A4: drawn for paper only, in place of everything else on the page."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import coverage, queries
from dashboard.charts import describe_coverage, describe_later_day
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui import filter_chips
from dashboard.ui.language import labels, words
from dashboard.ui.served_database import database
from dashboard.ui.sessions_parts import Part

# How many rows of each part a sheet has room for where every cell is full; what is left out is counted.
_ROWS = {
    "sessions/asked_at_meeting": 12,
    "sessions/said_on_the_spot": 3,
    "sessions/due_before_next": 5,
    "sessions/changed_since_previous": 5,
}
_FEW_ROWS = 14  # for which there is room in larger letters
_NOT_ON_PAPER = frozenset({"speaker"})  # a sheet goes from hand to hand

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const paper = await import(new URL("app/static/print_button.js", document.baseURI))
  return paper.offer(component)
}
"""
_STYLE = """
button { font: inherit; font-size: 1rem; color: var(--st-text-color); background: none; min-height: 2.5rem;
  padding: 0.25rem 0.75rem; border: 1px solid #8a949e; border-radius: 6px; cursor: pointer; }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 2px solid #256ef4; outline-offset: 2px; }
"""

_SHEET = Markup(
    "<section class='handout {}'><header><p>{}</p><h2>{}</h2><p class='known'>{}</p>{}</header>"
    "<div class='parts'>{}</div><footer>{}</footer></section>"
)
_PART = Markup("<h3>{}</h3><p>{}</p><table class='{}'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}")
_HEADING = Markup("<th class='{}'>{}</th>")
_ROW = Markup("<tr>{}</tr>")
_CELL = Markup("<td><div>{}</div></td>")
_LINE = Markup("<p>{}</p>")

_mount = st.components.v2.component("print_button", js=_JAVASCRIPT, css=_STYLE)


def show_print_button() -> None:
    """The button that calls the browser's printing."""
    _mount(key="print_button", data={"name": words("meeting.print")}, height="content")


def show_handout(name: str, facts: Mapping[str, str], parts: list[Part], filters: Filters) -> None:
    """Put the sheet on the page: unseen on a screen, alone on paper."""
    st.html(build_handout(name, facts, parts, _list_cautions(filters)))


def _list_cautions(filters: Filters) -> list[str]:
    """What has to be known of the data: whether they are invented, what they cover, that the day is later."""
    (standing,) = queries.answer(database(), "frame/standing")
    covered = coverage.read(database())
    said = (
        words("frame.demo") if standing["is_demo"] else "",
        describe_coverage(covered, labels()) if covered else "",
        describe_later_day(covered, filters.day, labels()),
    )
    return [caution for caution in said if caution]


def build_handout(name: str, facts: Mapping[str, str], parts: list[Part], cautions: list[str]) -> Markup:
    """The sheet: what the meeting was, each part that has something, and the day and filters looked at."""
    drawn = Markup().join(_write_part(part) for part in parts if part.rows)
    absences = [part.absence for part in parts if not part.rows]
    nothing = _LINE.format(words("meeting.nothing", names=" · ".join(absences))) if absences else ""
    described = Markup(" · ").join(Markup("<b>{}</b> {}").format(*fact) for fact in facts.items())
    few = sum(min(len(part.rows), _ROWS[part.name]) for part in parts) <= _FEW_ROWS
    return _SHEET.format(
        "roomy" if few else "",
        words("app.name"),
        name,
        described,
        Markup().join(map(_LINE.format, cautions)),
        drawn + nothing,
        filter_chips.describe_filters(),
    )


def _write_part(part: Part) -> Markup:
    columns = [column for column in part.columns if column not in _NOT_ON_PAPER]
    rows = part.rows[: _ROWS[part.name]]
    head = Markup().join(_HEADING.format(column, words(f"columns.{column}")) for column in columns)
    body = Markup().join(
        _ROW.format(Markup().join(_CELL.format(_write_cell(row, column)) for column in columns))
        for row in rows
    )
    left_out = part.total - len(rows)
    more = _LINE.format(words("meeting.more", count=f"{left_out:,}")) if left_out else ""
    kind = part.name.rpartition("/")[2]
    return _PART.format(part.title, part.sentence, kind, head, body, more)


def _write_cell(row: Row, column: str) -> str:
    return labels().state(row) if column == "state" else labels().value(column, row[column])
