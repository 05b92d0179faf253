"""Slides with a figure: the chart functions of the pages, and one statement each."""

from dashboard import charts
from dashboard.charts import Figure, Labels
from dashboard.slides.parts import Slide, Source

# Bars that can be read from the last row of a hall.
BARS_SHOWN = 7


def requests(source: Source) -> Slide:
    """What was asked for most."""
    received = source.headline()["received"]
    if not received:
        return source.empty_slide("no_requests")
    rows = source.answer("categories/categories_ranked")
    first = [row for row in rows if row["received"] == rows[0]["received"]]
    values = {"received": received, "count": rows[0]["received"]}
    if len(first) == 1:
        sentence = source.sentence("requests", name=source.labels.name("category", first[0]), **values)
    else:
        sentence = source.sentence("requests_tie", categories=len(first), **values)
    return _chart(charts.categories_ranked(rows, source.labels), sentence, source.labels)


def standing(source: Source) -> Slide:
    """In which of the five states the suggestions are."""
    headline = source.headline()
    if not headline["received"]:
        return source.empty_slide("no_requests")
    waiting = headline["received"] - headline["answered"]
    sentence = source.sentence(
        "standing" if waiting else "standing_all",
        received=headline["received"],
        answered=headline["answered"],
        waiting=waiting,
    )
    figure = charts.states_now(source.answer("present/states_now"), source.labels)
    return _chart(figure, sentence, source.labels)


def by_meeting(source: Source) -> Slide:
    """The five states by meeting."""
    rows = source.answer("response_rates/answers_by_session")
    meetings = sum(bool(row["received"]) for row in rows)
    if not meetings:
        return source.empty_slide("no_requests")
    overdue = source.headline()["waiting_overdue"]
    key = "by_meeting" if overdue else "by_meeting_none"
    sentence = source.sentence(key, meetings=meetings, overdue=overdue)
    return _chart(charts.answers_by_session(rows, source.labels), sentence, source.labels, newest_last=True)


def turnaround(source: Source) -> Slide:
    """The share answered by working day."""
    rows = source.answer("turnaround/days_to_answer")
    if not rows:
        return source.empty_slide("no_requests")
    headline = source.headline()
    if headline["median_turnaround"] is not None:
        sentence = source.sentence("turnaround", days=headline["median_turnaround"])
    else:
        key = "turnaround_few" if headline["answered"] else "turnaround_none"
        sentence = source.sentence(key, received=headline["received"], answered=headline["answered"])
    return _chart(charts.days_to_answer(rows, source.labels), sentence, source.labels)


def _chart(figure: Figure, sentence: str, labels: Labels, *, newest_last: bool = False) -> Slide:
    """A figure as a slide; of many bars those that can be read: the first or, `newest_last`, the last."""
    layout = figure["layout"]
    bars = len(layout["yaxis"].get("ticktext", [])) if layout["yaxis"].get("type") == "category" else 0
    description = f"{sentence} {layout['meta']['sentence']}"
    slide = {"sentence": sentence, "description": description}
    if bars <= BARS_SHOWN:
        return slide | {"figure": figure}
    span = (bars - 0.5, bars - BARS_SHOWN - 0.5) if newest_last else (BARS_SHOWN - 0.5, -0.5)
    meta = layout["meta"] | {"slide": {"yaxis": {"range": span, "autorange": False}, "bargap": 0.2}}
    note = labels("slides.last_bars" if newest_last else "slides.first_bars", shown=BARS_SHOWN, bars=bars)
    return slide | {"note": note, "figure": figure | {"layout": layout | {"meta": meta}}}
