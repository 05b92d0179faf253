"""Where suggestions stand: the five states by meeting, category and department; what was decided."""

from typing import Any

from dashboard.charts import answer_sentences as said
from dashboard.charts.bars import bars
from dashboard.charts.labels import Labels
from dashboard.charts.meeting_rows import BARS_SHOWN, find_ghosts, find_latest, name_meetings, write_end
from dashboard.charts.stack import can_be_shares
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import COUNTS_ONLY_BELOW, Figure
from dashboard.states import STATES

Row = dict[str, Any]
Rows = list[Row]


def answers_by_session(rows: Rows, labels: Labels) -> Figure:
    """A bar of the five states a meeting, all as long: the overdue part stands out in colour and pattern."""
    shown, left_out = find_latest(rows, labels)
    names = name_meetings(rows, labels)
    keys = [row["session_id"] for row in shown]
    named = [(labels("chart.quoted", name=names[row["session_id"]]), row) for row in rows]
    as_shares = can_be_shares([row["received"] for row in shown], labels)
    most = said.name_highest(named, labels) if as_shares else said.name_most(named, labels)
    few = said.say_few([row["received"] for row in shown], "session", labels) if as_shares else ""
    sentence = _join(said.describe_states(rows, labels), most, few, left_out)
    return stack_bars(
        shown,
        STATES,
        keys,
        [names[key] for key in keys],
        [{"session": key} for key in keys],
        sentence,
        labels,
        as_shares=as_shares,
        beside=[write_end(row, labels) for row in shown],
        ghosts=find_ghosts(shown, "received", labels),
    )


def answers_by_category(rows: Rows, labels: Labels) -> Figure:
    """A bar of the five states a category, all as long, the most asked for on top."""
    shown, left_out = find_largest(rows, labels)
    names = labels.names_of("category", rows)
    keys = [row["category"] for row in shown]
    named = [(names[row["category"]], row) for row in rows]
    as_shares = can_be_shares([row["received"] for row in shown], labels)
    most = said.name_highest(named, labels) if as_shares else said.name_most(named, labels)
    few = said.say_few([row["received"] for row in shown], "category", labels) if as_shares else ""
    sentence = _join(said.describe_categories(named, labels), most, few, left_out)
    filters = [{"category": key} for key in keys]
    bar_names = [names[key] for key in keys]
    return stack_bars(shown, STATES, keys, bar_names, filters, sentence, labels, as_shares=as_shares)


def answers_by_department(rows: Rows, labels: Labels) -> Figure:
    """A bar of the five states a department, most left to answer on top; behind it how many these are.

    What has no department yet has a bar of its own.
    """
    shown, left_out = find_largest(rows, labels, "chart.most_left_only")
    names = labels.names_of("department", rows)
    keys = [row["department"] for row in shown]
    named = [(names[row["department"]], row) for row in rows]
    sentence = _join(said.describe_departments(named, labels), left_out)
    filters = [{"department": key} for key in keys]
    counts = [{column: labels.count(row[column]) for column in ("received", "remaining")} for row in shown]
    ends = [labels("chart.remaining", **count) for count in counts]
    bar_names = [names[key] for key in keys]
    return stack_bars(shown, STATES, keys, bar_names, filters, sentence, labels, beside=ends)


def find_largest(rows: Rows, labels: Labels, said: str = "chart.largest_only") -> tuple[Rows, str]:
    """As many rows as are drawn, and the sentence that says so when some are left out."""
    left_out = labels(said, count=BARS_SHOWN) if len(rows) > BARS_SHOWN else ""
    return rows[:BARS_SHOWN], left_out


def _join(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def decisions(rows: Rows, labels: Labels) -> Figure:
    """One bar a decision, in the order from accepted to passed on, each with its share of all answers."""
    answered = sum(row["answered"] for row in rows)
    adopted = sum(row["answered"] for row in rows if row["decision"] in ("accepted", "partly"))
    has_shares = answered >= COUNTS_ONLY_BELOW and labels.includes_replies
    shares = [f" · {labels.percent(row['answered'] / answered)}" if has_shares else "" for row in rows]
    return bars(
        [labels(f"vocabulary.decision.{row['decision']}") for row in rows],
        [row["answered"] for row in rows],
        [labels.count(row["answered"]) + share for row, share in zip(rows, shares, strict=True)],
        [{"decision": row["decision"]} for row in rows],
        labels("sentences.decisions", answered=f"{answered:,}", adopted=f"{adopted:,}"),
    )
