"""The headline figures: a rate never without its counts, the unknown never as zero."""

import functools
import html
from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.charts import COUNTS_ONLY_BELOW
from dashboard.memory import Memory
from dashboard.ui.language import language, words
from dashboard.ui.served import database

Row = dict[str, Any]

FIGURES_KEPT = 500


def show_figures(*names: str, **chosen: Any) -> None:
    """Some of the headline figures, side by side, each with its meaning one click away."""
    key = (id(database()), database().version, language(), names, *queries.frozen(chosen))
    st.html(_written.get(key, lambda: _write(names, **chosen)))


_written: Memory[str] = Memory(FIGURES_KEPT)


def _write(names: tuple[str, ...], **chosen: Any) -> str:
    """One list for all of them, written once for all viewers: as many st.metric cost seven times as much."""
    (row,) = queries.answer(database(), "figures/headline", **chosen)
    return f"<dl class='figures'>{''.join(_figure(name, row) for name in names)}</dl>"


def _figure(name: str, row: Row) -> str:
    value, note = value_and_note(name, row)
    title, meaning = html.escape(words(f"figures.{name}")), html.escape(_meaning(name, language()))
    about = html.escape(words("figures.about", name=words(f"figures.{name}")))
    told = f"<dd class='note'>{html.escape(note)}</dd>" if note else ""
    return (
        f"<div><dt>{title} <details><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></dt>"
        f"<dd>{html.escape(value)}</dd>{told}</div>"
    )


def value_and_note(name: str, row: Row) -> tuple[str, str | None]:
    """One figure of `figures/headline`, and its counts where it has some."""
    return _FIGURES[name](row)


def in_short(name: str, row: Row) -> str:
    """One figure of `figures/headline` in a line: its value, and its counts where it has some."""
    value, note = value_and_note(name, row)
    return f"{value} ({note})" if note else value


def rate(part: int, whole: int) -> tuple[str, str | None]:
    """A rate and its counts: `–` of nothing, counts alone under ten, else a percentage over its counts."""
    counts = words("figures.part_of", part=f"{part:,}", whole=f"{whole:,}")
    if not whole:
        return words("figures.unknown"), None
    if whole < COUNTS_ONLY_BELOW:
        return counts, None
    return f"{100 * part / whole:.1f} %", counts


def _received(row: Row) -> tuple[str, str | None]:
    return words("figures.items", count=f"{row['received']:,}"), None


def _overdue(row: Row) -> tuple[str, str | None]:
    note = words("figures.paused_note", paused=row["paused"], past_due=row["paused_past_due"])
    return words("figures.items", count=f"{row['waiting_overdue']:,}"), note if row["paused"] else None


def _first_feedback(row: Row) -> tuple[str, str | None]:
    if row["median_first_feedback"] is None:
        return words("figures.not_yet"), words("figures.feedback_not_yet_note")
    return _days(row["median_first_feedback"]), words(
        "figures.median_note", days=_days(row["p90_first_feedback"])
    )


def _median(row: Row) -> tuple[str, str | None]:
    if row["median_turnaround"] is None:
        return words("figures.not_yet"), words("figures.median_not_yet_note")
    return _days(row["median_turnaround"]), words("figures.median_note", days=_days(row["p90_turnaround"]))


def _days(days: int | None) -> str:
    return words("figures.not_yet") if days is None else words("figures.days", days=days)


def _on_time(row: Row) -> tuple[str, str | None]:
    due = row["answered_in_time"] + row["answered_late"] + row["waiting_overdue"]
    value, counts = rate(row["answered_in_time"], due)
    beside = words("figures.on_time_note", overdue=row["waiting_overdue"], waiting=row["waiting_in_time"])
    return value, f"{counts} · {beside}" if counts else beside


_FIGURES: dict[str, Callable[[Row], tuple[str, str | None]]] = {
    "received": _received,
    "feedback_rate": lambda row: rate(row["with_feedback"], row["received"]),
    "answer_rate": lambda row: rate(row["answered"], row["received"]),
    "waiting_overdue": _overdue,
    "median_turnaround": _median,
    "median_first_feedback": _first_feedback,
    "on_time_rate": _on_time,
    "reason_rate": lambda row: rate(row["with_reason"], row["not_accepted"]),
    "adoption_rate": lambda row: rate(row["adopted"], row["answered"]),
}


@functools.cache
def _meaning(name: str, language: str) -> str:
    """What a figure counts: the header of its metric, or of the query for a plain count."""
    documents = {f"metrics/{name}", f"figures/{name}"} & {
        *queries.names("metrics"),
        *queries.names("figures"),
    }
    document = queries.load(documents.pop() if documents else "figures/headline")
    return document.meaning[language]
