"""What became of what was promised: the course of all suggestions, and the states of promises."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.answer_sentences import say_few
from dashboard.charts.answers import find_largest
from dashboard.charts.bars import waterfall
from dashboard.charts.labels import NAMED, Labels
from dashboard.charts.meeting_rows import find_ghosts, find_latest, name_meetings
from dashboard.charts.stack import can_be_shares
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.states import PROMISE_STATES, STEP_FILTERS

Row = dict[str, Any]
Rows = list[Row]

DONE = ("done_confirmed", "done_reported")


def course(rows: Rows, labels: Labels) -> Figure:
    """A falling staircase: solid is what went on, hatched what was lost before the next step, and why."""
    drawn = [row for row in rows if row["suggestions"] or not row["is_loss"]]
    counts = {row["step"]: row["suggestions"] for row in rows}
    key = "sentences.course" if counts["promised"] else "sentences.course_no_promise"
    key = key if counts["answered"] else "sentences.course_unanswered"
    return waterfall(
        [labels(f"steps.{row['step']}") for row in drawn],
        [row["suggestions"] for row in drawn],
        [row["is_loss"] for row in drawn],
        [labels.count(row["suggestions"]) for row in drawn],
        [STEP_FILTERS[row["step"]] for row in drawn],
        labels(key, **{step: f"{count:,}" for step, count in counts.items()}),
    )


def promises_by_session(rows: Rows, labels: Labels) -> Figure:
    """A bar a meeting, all as long, kept promises first: the older, the further these should reach."""
    drawn, left_out = find_latest(rows, labels)
    ghosts = find_ghosts(drawn, "promises", labels)
    return _stack_shares(rows, drawn, "session", name_meetings(rows, labels), labels, left_out, ghosts)


def promises_by_category(rows: Rows, labels: Labels) -> Figure:
    """A bar a category, all as long, the one with the most promises on top."""
    drawn, left_out = find_largest(rows, labels)
    return _stack_shares(rows, drawn, "category", labels.names_of("category", rows), labels, left_out, {})


def _stack_shares(
    rows: Rows,
    drawn: Rows,
    kind: str,
    names: dict[str, str],
    labels: Labels,
    left_out: str,
    ghosts: dict[str, str],
) -> Figure:
    keys = [row[NAMED[kind]] for row in drawn]
    totals = [row["promises"] for row in drawn]
    as_shares = can_be_shares(totals, labels)
    is_compared = sum(total >= style.COUNTS_ONLY_BELOW for total in totals) > 1
    few = say_few(totals, f"promises_{kind}", labels) if as_shares or is_compared else ""
    sentence = " ".join(filter(None, (_describe_shares(rows, names, kind, labels), few, left_out)))
    return stack_bars(
        drawn,
        PROMISE_STATES,
        keys,
        [names[key] for key in keys],
        [{kind: key} for key in keys],
        sentence,
        labels,
        of="promise",
        as_shares=as_shares,
        ghosts=ghosts,
    )


def promises_by_department(rows: Rows, labels: Labels) -> Figure:
    """A bar a department as long as it has promises, the one with the most on top."""
    drawn, left_out = find_largest(rows, labels)
    names = labels.names_of("department", rows)
    keys = [row["department"] for row in drawn]
    sentence = " ".join(filter(None, (_describe_left(rows, names, labels), left_out)))
    filters = [{"department": key} for key in keys]
    bar_names = [names[key] for key in keys]
    return stack_bars(drawn, PROMISE_STATES, keys, bar_names, filters, sentence, labels, of="promise")


def _describe_shares(rows: Rows, names: dict[str, str], kind: str, labels: Labels) -> str:
    """Where the largest and the smallest share is done, of those with ten or more; else how many are."""
    rates = {
        row[NAMED[kind]]: _count_done(row) / row["promises"]
        for row in rows
        if row["promises"] >= style.COUNTS_ONLY_BELOW
    }
    if labels.includes_replies and rates and min(rates.values()) < max(rates.values()):
        ends = {"high": max(rates, key=rates.__getitem__), "low": min(rates, key=rates.__getitem__)}
        by_key = {row[NAMED[kind]]: row for row in rows}
        said = {end: names[key] for end, key in ends.items()}
        said |= {
            f"{end}_rate": labels.rate(_count_done(by_key[key]), by_key[key]["promises"])
            for end, key in ends.items()
        }
        return labels("sentences.promises_shares", **said)
    return labels(
        "sentences.promises",
        promises=f"{sum(row['promises'] for row in rows):,}",
        done=f"{sum(_count_done(row) for row in rows):,}",
        confirmed=f"{sum(row['done_confirmed'] for row in rows):,}",
    )


def _describe_left(rows: Rows, names: dict[str, str], labels: Labels) -> str:
    """How many are left to be done, those stopped not among them, and where most of these are."""
    left = {row["department"]: row["promises"] - _count_done(row) - row["stopped"] for row in rows}
    most, count = max(left.values()), f"{sum(left.values()):,}"
    of_stopped = sum(row["stopped"] for row in rows)
    if not most:
        key = "sentences.promises_all_stopped" if of_stopped else "sentences.promises_none_left"
        return labels(key, promises=f"{sum(row['promises'] for row in rows):,}", stopped=f"{of_stopped:,}")
    stopped = labels("sentences.stopped_left_out", stopped=f"{of_stopped:,}") if of_stopped else ""
    if len(rows) == 1 or list(left.values()).count(most) > 1:
        some = f"{sum(bool(value) for value in left.values()):,}"
        return labels("sentences.promises_left_tie", left=count, some=some, stopped=stopped)
    name = next(names[key] for key, value in left.items() if value == most)
    return labels("sentences.promises_left", left=count, name=name, count=f"{most:,}", stopped=stopped)


def _count_done(row: Row) -> int:
    return sum(row[state] for state in DONE)


def fulfilment_by_age(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of age with its rate: an old promise that is not kept weighs more than a young one."""
    drawn = [row for row in rows if row["promises"]]
    keys = [str(row["from_month"]) for row in drawn]
    totals = [row["promises"] for row in drawn]
    oldest = drawn[-1]
    sentence = labels(
        "sentences.fulfilment_by_age",
        age=labels.age(oldest),
        promises=f"{oldest['promises']:,}",
        done=f"{_count_done(oldest):,}",
    )
    return stack_bars(
        drawn,
        PROMISE_STATES,
        keys,
        [labels.age(row) for row in drawn],
        [{"age": key} for key in keys],
        sentence,
        labels,
        of="promise",
        as_shares=can_be_shares(totals, labels),
        beside=[labels.rate(_count_done(row), row["promises"]) for row in drawn],
    )
