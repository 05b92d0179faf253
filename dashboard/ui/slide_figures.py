"""Slides with a figure: the chart functions of the pages, and one statement each."""

from dashboard import charts
from dashboard.charts import Figure
from dashboard.ui.language import labels, words
from dashboard.ui.slide_parts import Row, Slide, asked, count, nothing, said

# Bars that can be read from the last row of a hall.
BARS_SHOWN = 7


def requests(headline: Row, chosen: Row) -> Slide:
    """What was asked for most."""
    rows = asked("categories/categories_ranked", **chosen)
    if not headline["received"]:
        return nothing("no_requests")
    first = [row for row in rows if row["received"] == rows[0]["received"]]
    values = {"received": count(headline["received"]), "count": count(rows[0]["received"])}
    if len(first) == 1:
        sentence = said("requests", name=labels().category(first[0]), **values)
    else:
        sentence = said("requests_tie", categories=len(first), **values)
    return _chart(charts.categories_ranked(rows, labels()), sentence)


def standing(headline: Row, chosen: Row) -> Slide:
    """In which of the five states the suggestions are."""
    if not headline["received"]:
        return nothing("no_requests")
    rows = asked("present/states_now", **chosen)
    waiting = headline["received"] - headline["answered"]
    key = "standing" if waiting else "standing_all"
    sentence = said(
        key, **{name: count(headline[name]) for name in ("received", "answered")}, waiting=count(waiting)
    )
    return _chart(charts.states_now(rows, labels()), sentence)


def by_meeting(headline: Row, chosen: Row) -> Slide:
    """The five states by meeting."""
    rows = asked("response_rates/answers_by_session", **chosen)
    if not rows:
        return nothing("no_requests")
    overdue = headline["waiting_overdue"]
    key = "by_meeting" if overdue else "by_meeting_none"
    sentence = said(key, meetings=len(rows), overdue=count(overdue))
    return _chart(charts.answers_by_session(rows, labels()), sentence, newest_last=True)


def turnaround(headline: Row, chosen: Row) -> Slide:
    """The share answered by working day."""
    rows = asked("turnaround/days_to_answer", **chosen)
    if not rows:
        return nothing("no_requests")
    median = headline["median_turnaround"]
    if median is not None:
        sentence = said("turnaround", days=median)
    else:
        key = "turnaround_few" if headline["answered"] else "turnaround_none"
        sentence = said(key, **{name: count(headline[name]) for name in ("received", "answered")})
    return _chart(charts.days_to_answer(rows, labels()), sentence)


def _chart(figure: Figure, sentence: str, *, newest_last: bool = False) -> Slide:
    """A figure as a slide; of many bars those that can be read: the first or, `newest_last`, the last."""
    layout = figure["layout"]
    bars = len(layout["yaxis"].get("ticktext", [])) if layout["yaxis"].get("type") == "category" else 0
    description = f"{sentence} {layout['meta']['sentence']}"
    slide = {"sentence": sentence, "description": description}
    if bars <= BARS_SHOWN:
        return slide | {"figure": figure}
    span = (bars - 0.5, bars - BARS_SHOWN - 0.5) if newest_last else (BARS_SHOWN - 0.5, -0.5)
    meta = layout["meta"] | {"slide": {"yaxis": {"range": span, "autorange": False}, "bargap": 0.2}}
    key = "slides.last_bars" if newest_last else "slides.first_bars"
    note = words(key, shown=BARS_SHOWN, bars=bars)
    return slide | {"note": note, "figure": figure | {"layout": layout | {"meta": meta}}}
