"""What became of what was asked at the meeting that is closed, and how it is told from all meetings."""

from dashboard.queries import Row
from dashboard.slides import marks, stories
from dashboard.slides.parts import Missing, Slide, Source
from dashboard.states import STATES

_PROMISED = ("accepted", "partly")


def meeting_standing(source: Source) -> Slide | Missing:
    """The five states of what was asked at the latest meeting, and what was decided about it."""
    meeting, meetings = source.latest_meeting(), source.meetings()
    if meeting is None or len(meetings) < 2:  # of one meeting the slide of all says the same
        return source.missing("one_meeting" if meetings else "no_requests")
    own = source.of_meeting(meeting)
    counts = {row["state"]: row["received"] for row in own.answer("present/states_now")}
    headline = own.headline()
    received, answered = headline["received"], headline["answered"]
    key = "meeting_standing" if answered else "meeting_standing_none"
    key = "meeting_standing_all" if answered == received else key
    name = source.labels.name("session", meeting)
    told = {"received": received, "answered": answered, "waiting": received - answered}
    stated = source.statement(key, session=name, **told)
    numbers = _decided(own) if answered else []
    return stated | {"whole": marks.whole(counts, STATES, source.labels), "numbers": numbers}


def _decided(source: Source) -> list[list[str]]:
    """How many of what is answered are promised, and how many were decided otherwise, and how."""
    labels = source.labels
    rows = [row for row in source.answer("response_rates/decisions") if row["answered"]]
    others = [row for row in rows if row["decision"] not in _PROMISED]
    promised = sum(row["answered"] for row in rows) - sum(row["answered"] for row in others)
    numbers = [[source.sentence("decided_promised"), labels.count(promised), ""]]
    if others:
        told = [f"{_name(row, source)} {labels.count(row['answered'])}" for row in others]
        count = sum(row["answered"] for row in others)
        numbers.append([source.sentence("decided_otherwise"), labels.count(count), " + ".join(told)])
    return numbers


def _name(row: Row, source: Source) -> str:
    return source.labels(f"vocabulary.decision.{row['decision']}")


def tells_own_first(source: Source) -> bool:
    """Whether a deck tells of one meeting before it tells of all: it closes one, and there are others."""
    return source.story == stories.CLOSING_PROMISES and len(source.meetings()) > 1


def name_base(part: str, source: Source) -> str:
    """Which suggestions a part of such a deck counts: those of the meeting that is closed, or of all."""
    if not tells_own_first(source) or part == stories.PINNED:
        return ""
    if part == stories.OWN_PART:
        meeting = source.latest_meeting()
        return source.labels.name("session", meeting) if meeting else ""
    return source.sentence("base_all", count=len(source.meetings()))
