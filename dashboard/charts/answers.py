"""Where suggestions stand: the five states by meeting, category and department; what was decided."""

from collections.abc import Callable
from typing import Any

from dashboard.charts.bars import bars
from dashboard.charts.labels import NAMED, Labels
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.states import STATES

Row = dict[str, Any]
Rows = list[Row]

BARS_SHOWN = 30


def answers_by_session(rows: Rows, labels: Labels) -> Figure:
    """Five stacked bars a meeting; the overdue part stands out in colour and in pattern."""
    shown = rows[-BARS_SHOWN:]
    left_out = labels("chart.latest_only", count=BARS_SHOWN) if len(shown) < len(rows) else ""
    names = labels.sessions(rows)
    return _stack_by(rows, shown, "session", names, labels, left_out)


def answers_by_category(rows: Rows, labels: Labels) -> Figure:
    """Five stacked bars a category, the most asked for on top."""
    shown, left_out = find_largest(rows, labels)
    return _stack_by(rows, shown, "category", labels.names_of("category", rows), labels, left_out)


def answers_by_department(rows: Rows, labels: Labels) -> Figure:
    """Five stacked bars a department; those without one are named, not hidden."""
    shown, left_out = find_largest(rows, labels)
    return _stack_by(rows, shown, "department", labels.names_of("department", rows), labels, left_out)


def find_largest(rows: Rows, labels: Labels) -> tuple[Rows, str]:
    """As many rows as are drawn, and the sentence that says so when some are left out."""
    left_out = labels("chart.largest_only", count=BARS_SHOWN) if len(rows) > BARS_SHOWN else ""
    return rows[:BARS_SHOWN], left_out


def _stack_by(
    rows: Rows,
    shown: Rows,
    kind: str,
    names: dict[str, str],
    labels: Labels,
    left_out: str,
) -> Figure:
    """`kind` is the filter that a bar stands for; `names` has the name of every bar by its id."""
    keys = [row[NAMED[kind]] for row in shown]
    said = _states_sentence(rows, lambda row: names[row[NAMED[kind]]], labels)
    sentence = " ".join(part for part in (said, left_out) if part)
    bar_names = [names[key] for key in keys]
    return stack_bars(shown, STATES, keys, bar_names, [{kind: key} for key in keys], sentence, labels)


def _states_sentence(rows: Rows, name: Callable[[Row], str], labels: Labels) -> str:
    total = {key: sum(row[key] for row in rows) for key in ("received", *STATES)}
    received = f"{total['received']:,}"
    if total["waiting_overdue"] == total["received"]:
        return labels("sentences.answers_all_overdue", received=received)
    if total["waiting_overdue"]:
        worst = max(rows, key=lambda row: row["waiting_overdue"])
        sentence = labels(
            "sentences.answers_overdue", received=received, overdue=f"{total['waiting_overdue']:,}"
        )
        if sum(row["waiting_overdue"] == worst["waiting_overdue"] for row in rows) > 1 or len(rows) == 1:
            return sentence
        most = labels("sentences.answers_most", name=name(worst), count=f"{worst['waiting_overdue']:,}")
        return f"{sentence} {most}"
    if total["waiting_in_time"]:
        return labels("sentences.answers_waiting", received=received, waiting=f"{total['waiting_in_time']:,}")
    if total["paused"]:
        return labels("sentences.answers_paused", received=received, paused=f"{total['paused']:,}")
    return labels("sentences.answers_all", received=received)


def states_now(rows: Rows, labels: Labels) -> Figure:
    """One bar a state, in the order of the states, each in its colour and pattern, its count in its name."""
    alone = [dict.fromkeys(STATES, 0) | {row["state"]: row["received"]} for row in rows]
    names = [f"{labels('states.' + row['state'])} {labels.count(row['received'])}" for row in rows]
    sentence = _states_sentence([_states(rows)], str, labels)
    keys = [row["state"] for row in rows]
    figure = stack_bars(alone, STATES, keys, names, [{} for _ in rows], sentence, labels)
    figure["layout"] |= {"showlegend": False, "margin": figure["layout"]["margin"] | {"t": 12}}
    return figure


def _states(rows: Rows) -> Row:
    """The counts of the states as one row, with their sum."""
    counts = {row["state"]: row["received"] for row in rows}
    return counts | {"received": sum(counts.values())}


def decisions(rows: Rows, labels: Labels) -> Figure:
    """One bar a decision, in the order from accepted to passed on."""
    answered = sum(row["answered"] for row in rows)
    adopted = sum(row["answered"] for row in rows if row["decision"] in ("accepted", "partly"))
    return bars(
        [labels(f"vocabulary.decision.{row['decision']}") for row in rows],
        [row["answered"] for row in rows],
        [labels.count(row["answered"]) for row in rows],
        [{"decision": row["decision"]} for row in rows],
        labels("sentences.decisions", answered=f"{answered:,}", adopted=f"{adopted:,}"),
    )
