"""Slides with marks: the rows that the charts of the pages draw, and one statement each."""

from collections import Counter
from collections.abc import Callable

from dashboard.charts import Labels
from dashboard.queries import Row, Rows
from dashboard.slides import marks
from dashboard.slides.parts import Missing, Slide, Source
from dashboard.states import MEETING_STATES, STATES


def requests(source: Source) -> Slide | Missing:
    """What was asked for most: every category, or the first ones and how many there are besides."""
    received = source.headline()["received"]
    rows = source.answer("categories/categories_ranked")
    if not received or sum(row["received"] > 0 for row in rows) < 2:
        return source.missing("one_category" if received else "no_requests")
    names = source.labels.names_of("category", rows)
    first = [row for row in rows if row["received"] == rows[0]["received"]]
    values = {"received": received, "count": rows[0]["received"]}
    if len(first) == 1:
        stated = source.statement("requests", name=names[first[0]["category"]], **values)
    else:
        stated = source.statement("requests_tie", categories=len(first), **values)
    shown, others = _part(rows)
    texts = [source.labels.count(row["received"]) for row in shown]
    parts = [[(marks.PLAIN, row["received"])] for row in shown]
    more = _more("more_categories", "received", others, source) if others else None
    return stated | marks.bars([names[row["category"]] for row in shown], parts, texts, more=more)


def standing(source: Source) -> Slide | Missing:
    """In which of the five states the suggestions are."""
    headline = source.headline()
    if not headline["received"]:
        return source.missing("no_requests")
    waiting = headline["received"] - headline["answered"]
    key = "standing" if waiting and headline["answered"] else "standing_none" if waiting else "standing_all"
    counted = {name: headline[name] for name in ("received", "answered")}
    stated = source.statement(key, **counted, waiting=waiting)
    names = [name for name in ("answer_rate", "on_time_rate") if headline["answered"]]
    numbers = [_rate(name, headline, source) for name in names]
    counts = {row["state"]: row["received"] for row in source.answer("present/states_now")}
    return stated | {"whole": marks.whole(counts, STATES, source.labels), "numbers": numbers}


def _rate(name: str, headline: Row, source: Source) -> list[str | None]:
    """A rate with its base in words: another slide counts the share in time of all that were received."""
    told = marks.number(name, headline, source.labels)
    in_time = headline["answered_in_time"]
    judged = in_time + headline["answered_late"] + headline["waiting_overdue"]
    if name == "on_time_rate" and judged and source.labels.includes_replies:
        told[2] = source.sentence("on_time_base", judged=judged, in_time=in_time)
    return told


def by_meeting(source: Source) -> Slide | Missing:
    """The five states by meeting: all of them, or the latest and what came before."""
    rows = source.meetings()
    if len(rows) < 2:
        return source.missing("one_meeting" if rows else "no_requests")
    overdue = source.headline()["waiting_overdue"]
    key = "by_meeting" if overdue else "by_meeting_none"
    stated = source.statement(key, meetings=_meetings(rows, source), overdue=overdue)
    others, shown = _part(rows, last=True)
    names = source.labels.sessions(shown)
    more = _more("more_meetings", "waiting_overdue", others, source) if others else None
    return (
        stated
        | marks.bars(
            [_named(names[row["session_id"]], row, source) for row in shown],
            [[(state, row[state]) for state in STATES] for row in shown],
            [source.labels.count(row["received"]) for row in shown],
            legend=marks.state_legend(shown, STATES, source.labels),
            more=more,
            more_first=True,
        )
        | {"tone": _tone(overdue, source)}
    )


def _meetings(rows: Rows, source: Source) -> str:
    """How many meetings, and, where some were not held, how many there are of each state."""
    states = Counter(row["meeting_state"] for row in rows)
    if set(states) == {"held"}:
        return source.sentence("meetings", count=len(rows))
    labels = source.labels
    told = [
        labels("chart.meetings_of_state", state=_in_sentence(state, labels), count=states[state])
        for state in MEETING_STATES
        if states[state]
    ]
    whole = (text.replace(" ", "\u00a0") for text in told)  # no line ends between a count and its state
    return source.sentence("meetings_by_state", count=len(rows), states=", ".join(whole))


def _named(name: str, row: Row, source: Source) -> str:
    """The name of a meeting, and its state where it was not held."""
    if row["meeting_state"] == "held":
        return name
    state = _in_sentence(row["meeting_state"], source.labels)
    return source.sentence("meeting_in_state", name=name, state=state)


def _in_sentence(state: str, labels: Labels) -> str:
    return labels.value("meeting_state", state).lower()


def _tone(overdue: int, source: Source) -> str:
    """What is overdue stands out in red, where it can be known."""
    return "danger" if overdue and source.labels.includes_replies else ""


def _part(rows: Rows, *, last: bool = False) -> tuple[Rows, Rows]:
    """The rows at the place where those that are drawn end, or, the `last` being drawn, where they begin."""
    shown = marks.count_shown(rows)
    place = len(rows) - shown if last else shown
    return rows[:place], rows[place:]


def _more(key: str, column: str, others: Rows, source: Source) -> tuple[str, str]:
    """Those that are left out: how many they are, and how many suggestions they have."""
    values = {"received": sum(row["received"] for row in others), "count": sum(row[column] for row in others)}
    return source.sentence(key, others=len(others)), source.sentence(f"{key}_text", **values)


def by_department(source: Source) -> Slide | Missing:
    """Who has to answer how much."""
    rows = [
        row | {"waiting": sum(row[state] for state in marks.WAITING)}
        for row in source.answer("response_rates/answers_by_department")
    ]
    rows = sorted((row for row in rows if row["waiting"]), key=lambda row: -row["waiting"])
    if len(rows) < 2:
        return source.missing("one_department" if rows else "none_waiting")
    names = source.labels.names_of("department", rows)
    stated = _say_who_has_most(rows, names, source)
    shown, others = _part(rows)
    more = _more("more_departments", "waiting", others, source) if others else None
    return stated | marks.bars(
        [names[row["department"]] for row in shown],
        [[(state, row[state]) for state in marks.WAITING] for row in shown],
        [source.labels.count(row["waiting"]) for row in shown],
        legend=marks.state_legend(shown, marks.WAITING, source.labels),
        more=more,
    )


def _say_who_has_most(rows: Rows, names: dict[str, str], source: Source) -> Slide:
    """The department with most left to answer; where more has none, that is said first."""
    waiting = sum(row["waiting"] for row in rows)
    named = [row for row in rows if row["department"]]
    most = [row for row in named if row["waiting"] == named[0]["waiting"]]
    without = waiting - sum(row["waiting"] for row in named)
    key = "by_department" if len(most) == 1 else "by_department_tie"
    if without >= named[0]["waiting"]:
        key = "by_department_none" if len(most) == 1 else "by_department_none_tie"
    told = {"name": names[named[0]["department"]], "count": named[0]["waiting"], "departments": len(most)}
    return source.statement(key, waiting=waiting, without=without, **told)


def decisions(source: Source) -> Slide | Missing:
    """What was decided."""
    rows = source.answer("response_rates/decisions")
    headline = source.headline()
    if not headline["answered"]:
        return source.missing("none_answered")
    stated = source.statement("decisions", answered=headline["answered"], adopted=headline["adopted"])
    names = [source.labels(f"vocabulary.decision.{row['decision']}") for row in rows]
    texts = [source.labels.count(row["answered"]) for row in rows]
    return stated | marks.bars(names, [[(marks.PLAIN, row["answered"])] for row in rows], texts)


FIGURES: dict[str, Callable[[Source], Slide | Missing]] = {
    "requests": requests,
    "standing": standing,
    "by_meeting": by_meeting,
    "decisions": decisions,
    "by_department": by_department,
}
