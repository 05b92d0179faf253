"""The slides by name, in their order, each from the queries and chart functions of the pages."""

from collections.abc import Callable
from typing import Any

from dashboard import queries
from dashboard.ui import slide_figures, slide_words
from dashboard.ui.served import database
from dashboard.ui.slide_parts import Row, Slide

_SLIDES: dict[str, Callable[[Row, Row], Slide]] = {
    "opening": slide_words.opening,
    "requests": slide_figures.requests,
    "standing": slide_figures.standing,
    "by_meeting": slide_figures.by_meeting,
    "turnaround": slide_figures.turnaround,
    "reasons": slide_words.reasons,
    "overdue": slide_words.overdue,
    "due_next": slide_words.due_next,
    "closing": slide_words.closing,
}
NAMES = tuple(_SLIDES)


def slides(names: list[str], **chosen: Any) -> list[Slide]:
    """The slides of those names, in that order.

    Each has a `sentence`, perhaps a `note`, and one of: `figure` with its `description`, `rows` of texts,
    `numbers` as name, value and note, or `lines`.
    """
    (headline,) = queries.answer(database(), "figures/headline", **chosen)
    return [{"name": name, **_SLIDES[name](headline, chosen)} for name in names]
