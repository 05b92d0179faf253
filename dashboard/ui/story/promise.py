"""What became of a promise: its state and what that means, the day first stated against the one of now."""

from markupsafe import Markup

from dashboard.queries import Row, Rows
from dashboard.ui.language import labels, words
from dashboard.ui.story.facts import write_facts
from dashboard.ui.texts import write_source

_PROMISE = Markup("<p class='verdict'><strong>{}</strong> {}</p>{}")


def write_promise(promise: Row, reports: Rows) -> Markup:
    """The state of a promise in words, and what its reports say last of each thing."""
    state, day = promise["promise_state"], labels().day
    evidence = _last(reports, "evidence")
    facts = {
        "story.promised_on": day(promise["promised_on"]),
        "columns.last_report_on": promise["last_report_on"] and day(promise["last_report_on"]),
        "columns.first_expected_on": promise["first_expected_on"] and day(promise["first_expected_on"]),
        "columns.expected_on": _expected(promise),
        "columns.slip_reason": _last(reports, "slip_reason"),
        "columns.done_on": promise["done_on"] and day(promise["done_on"]),
        "story.evidence": evidence and write_source(evidence),
        "story.confirmed_on": promise["confirmed_on"] and _confirmed(promise, reports),
    }
    return _PROMISE.format(
        words(f"promises.{state}"),
        words(f"promise_meanings.{state}"),
        write_facts(facts, in_one_column=True),
    )


def _last(reports: Rows, name: str) -> str:
    """What was said last of something; nothing where nobody said anything."""
    said = [row[name] for row in reports if row[name] and row[name].strip()]
    return said[-1] if said else ""


def _expected(promise: Row) -> str:
    """The day stated last, how far it is from the first one, and how often it was changed."""
    if promise["expected_on"] is None:
        return words("story.no_expected_day")  # the answer may name a time in its text
    parts = [labels().day(promise["expected_on"])]
    slipped = promise["days_slipped"]
    if slipped:
        parts.append(words("story.later" if slipped > 0 else "story.earlier", days=f"{abs(slipped):,}"))
    if promise["expected_changes"]:
        parts.append(words("story.changes_of_day", count=f"{promise['expected_changes']:,}"))
    if promise["is_past_day"] and labels().includes_replies:
        parts.append(words("story.past_day"))
    return " · ".join(parts)


def _confirmed(promise: Row, reports: Rows) -> str:
    by = [row["confirmed_by"] for row in reports if row["confirmed_on"] == promise["confirmed_on"]]
    names = [name for name in by if name]
    return " · ".join([labels().day(promise["confirmed_on"]), *names[-1:]])
