"""One list of all that happened to a suggestion, and of the days that are still to come, in order of days.

What happened, a day that was set, and a stretch without counting have marks of their own shape, and words.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.queries import Row, Rows
from dashboard.ui.language import labels, whole, words

_LIST = Markup("<ol class='timeline'>{}</ol>")
_ITEM = Markup("<li class='{}'><time datetime='{}'>{}</time> <strong>{}</strong>{}{}</li>")
_TAG = Markup(" <span class='tag'>{}</span>")
_TEXT = Markup("<div class='text'>{}</div>")


@dataclass(frozen=True)
class Event:
    """`mark` is happened, planned, paused or today; `until` the last day of a stretch that has one."""

    day: datetime.date
    mark: str
    title: str
    text: str = ""
    until: datetime.date | None = None


def write_timeline(row: Row, responses: Rows, reports: Rows, pauses: Rows, as_of: datetime.date) -> Markup:
    """Everything by its day; of one day what happened comes first, then what was set for it."""
    happened = [
        Event(row["received_on"], "happened", words("timeline.received")),
        *_replies(responses),
        *_reports(reports),
        *_pauses(pauses),
    ]
    events = [*happened, *_planned(row, responses, reports, as_of), _today(as_of)]
    ordered = sorted(events, key=lambda event: event.day)  # which leaves the order of one day as it is
    return _LIST.format(Markup().join(_item(event, as_of) for event in ordered))


def _item(event: Event, as_of: datetime.date) -> Markup:
    is_ahead = event.mark == "planned" and event.day > as_of
    day = labels().day(event.day)
    if event.until is not None:
        day = words("timeline.stretch", first=day, last=labels().day(event.until))
    return _ITEM.format(
        f"{event.mark} ahead" if is_ahead else event.mark,
        event.day,
        whole(day),
        event.title,
        _TAG.format(words("timeline.ahead")) if is_ahead else "",
        _TEXT.format(event.text) if event.text else "",
    )


def _replies(responses: Rows) -> Iterator[Event]:
    for row in responses:
        parts = [words(f"vocabulary.kind.{row['kind']}")]
        parts += [words(f"vocabulary.decision.{row['decision']}")] if row["decision"] else []
        parts += [words(f"vocabulary.progress.{row['progress']}")] if row["progress"] else []
        yield Event(row["responded_on"], "happened", " · ".join(parts))


def _reports(reports: Rows) -> Iterator[Event]:
    """What was reported, and when that was confirmed."""
    for row in reports:
        said = [row["summary"] or ""]
        if row["slip_reason"]:
            said.append(words("timeline.slip_reason", reason=row["slip_reason"]))
        title = words("timeline.report", progress=words(f"vocabulary.reported_progress.{row['progress']}"))
        text = "\n".join(part for part in said if part.strip())
        yield Event(row["reported_on"], "happened", title, text)
    for row in reports:
        if row["confirmed_on"]:
            yield Event(
                row["confirmed_on"], "happened", words("timeline.confirmed"), row["confirmed_by"] or ""
            )


def _pauses(pauses: Rows) -> Iterator[Event]:
    for row in pauses:
        title = words("timeline.pause" if row["paused_until"] else "timeline.pause_open")
        yield Event(row["paused_from"], "paused", title, row["reason"], row["paused_until"])


def _planned(row: Row, responses: Rows, reports: Rows, as_of: datetime.date) -> Iterator[Event]:
    """The days that were set. One that is still to come counts only as long as nothing has overtaken it."""
    if row["due_on"] <= as_of or not row["answered_on"]:
        yield from _targets(row, as_of)
    stated = [report["expected_on"] for report in reports if report["expected_on"]]
    for day in dict.fromkeys(stated):
        is_last = day == stated[-1]
        if day <= as_of or (is_last and reports[-1]["progress"] != "done"):
            title = words("timeline.expected" if is_last else "timeline.expected_before")
            yield Event(day, "planned", title)
    reviews = [response["revisit_on"] for response in responses if response["revisit_on"]]
    for day in reviews[-1:]:
        if day <= as_of or day == row["review_on"]:
            yield Event(day, "planned", words("timeline.review"))


def _targets(row: Row, as_of: datetime.date) -> Iterator[Event]:
    if not row["extended_due_on"]:
        yield Event(row["due_on"], "planned", words("timeline.due_on"))
        return
    if row["computed_due_on"] <= as_of:
        yield Event(row["computed_due_on"], "planned", words("timeline.original_due_on"))
    yield Event(row["due_on"], "planned", words("timeline.extended_due_on"), row["extension_reason"] or "")


def _today(as_of: datetime.date) -> Event:
    return Event(as_of, "today", words("timeline.as_of"))
