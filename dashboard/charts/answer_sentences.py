"""What bars of the five states show, in words: how many are overdue, and where most or most often."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.style import COUNTS_ONLY_BELOW
from dashboard.particles import fit_particles
from dashboard.states import STATES

Row = dict[str, Any]
Rows = list[Row]
Named = list[tuple[str, Row]]  # what a bar is called, and its counts


def describe_states(rows: Rows, labels: Labels) -> str:
    """How many of all that was received are overdue; where none is, how many wait."""
    total = {key: sum(row[key] for row in rows) for key in ("received", *STATES)}
    received, overdue = f"{total['received']:,}", total["waiting_overdue"]
    if overdue == total["received"]:
        return labels("sentences.answers_all_overdue", received=received)
    if overdue:
        return labels("sentences.answers_overdue", received=received, overdue=f"{overdue:,}")
    if total["waiting_in_time"]:
        return labels("sentences.answers_waiting", received=received, waiting=f"{total['waiting_in_time']:,}")
    if total["paused"]:
        return labels("sentences.answers_paused", received=received, paused=f"{total['paused']:,}")
    return labels("sentences.answers_all", received=received)


def name_most(named: Named, labels: Labels) -> str:
    """Where most of the overdue are; nothing where several have as many, or there is only one bar."""
    most = max(row["waiting_overdue"] for _, row in named)
    found = [name for name, row in named if row["waiting_overdue"] == most]
    if not most or len(found) > 1 or len(named) == 1:
        return ""
    return labels("sentences.answers_most", name=found[0], count=f"{most:,}")


def name_highest(named: Named, labels: Labels) -> str:
    """Of which bar, of those that stand on ten or more, the largest share is overdue."""
    shares = {
        name: row["waiting_overdue"] / row["received"]
        for name, row in named
        if row["received"] >= COUNTS_ONLY_BELOW
    }
    highest = max(shares.values(), default=0.0)
    found = [name for name, share in shares.items() if share == highest]
    if not highest or len(found) > 1 or len(shares) == 1:
        return ""
    row = next(row for name, row in named if name == found[0])
    rate = labels.rate(row["waiting_overdue"], row["received"])
    return labels("sentences.answers_highest", name=found[0], rate=rate)


def describe_categories(named: Named, labels: Labels) -> str:
    """In how many categories something is overdue; of one alone, how many of its suggestions."""
    if len(named) == 1:
        return describe_states([named[0][1]], labels)
    some = sum(bool(row["waiting_overdue"]) for _, row in named)
    key = "sentences.answers_categories" if some else "sentences.answers_no_category"
    if some == len(named):
        key = "sentences.answers_categories_all"
    return labels(key, groups=f"{len(named):,}", some=f"{some:,}")


def describe_departments(named: Named, labels: Labels) -> str:
    """Which department has most left to answer, how many of these are overdue; of one, how many it has."""
    if len(named) == 1:
        return describe_states([named[0][1]], labels)
    left = sum(row["remaining"] for _, row in named)
    if not left:
        return labels("sentences.answers_no_department")
    names, count, late = _find_most(named, labels)
    decided = [(name, row) for name, row in named if row["department"] and row["remaining"]]
    if decided and len(decided) < len(named) and _find_most(decided, labels)[1] < count:
        return _name_department(decided, f"{left:,}", f"{count:,}", late, labels)
    key = "sentences.answers_departments_tie" if len(names) > 1 else "sentences.answers_departments"
    return labels(key, name=labels.join(names), count=f"{count:,}", late=late, left=f"{left:,}")


def _name_department(decided: Named, left: str, undecided: str, undecided_late: str, labels: Labels) -> str:
    """Where most of what is left has no department yet: which of the departments has most."""
    names, count, late = _find_most(decided, labels)
    is_tie = len(names) > 1
    key = "sentences.answers_departments_named_tie" if is_tie else "sentences.answers_departments_named"
    values = {"left": left, "undecided": undecided, "undecided_late": undecided_late, "late": late}
    return fit_particles(labels(key, name=labels.join(names), count=f"{count:,}", **values))


def _find_most(named: Named, labels: Labels) -> tuple[list[str], int, str]:
    """Who has most left, how many each, and of these the overdue in words where they can be known."""
    most = max(row["remaining"] for _, row in named)
    first = [(name, row) for name, row in named if row["remaining"] == most]
    overdue = sum(row["waiting_overdue"] for _, row in first) if labels.includes_replies else 0
    late = labels("owed.overdue", overdue=labels.count(overdue)) if overdue else ""
    return [name for name, _ in first], most, late


def say_few(totals: list[int], of: str, labels: Labels) -> str:
    """How many bars of shares, `of` meetings, categories or promises, stand on fewer than ten."""
    few = sum(0 < total < COUNTS_ONLY_BELOW for total in totals)
    return labels(f"sentences.few_in_bars_{of}", count=f"{few:,}") if few else ""
