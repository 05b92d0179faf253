"""The strip of days on screen says the same as the slow implementation."""

import html.parser
import random

import pytest
import reference
from worlds import Case

from dashboard import queries
from dashboard.ui.clock_strip import build_strip

CASES_PER_WORLD = 2
CASES_WITH_TIME = 5


class Days(html.parser.HTMLParser):
    """What a list of days says, read as a screen reader would: each item's day and words."""

    def __init__(self, strip: str) -> None:
        super().__init__()
        self.days: list[list[str]] = []
        self.in_day = False
        self.feed(strip)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "time":
            self.days.append([str(dict(attrs)["datetime"])])
        self.in_day = self.in_day or tag == "li"

    def handle_endtag(self, tag: str) -> None:
        self.in_day = self.in_day and tag != "li"

    def handle_data(self, text: str) -> None:
        if self.in_day:
            self.days[-1].append(text)


def choose(case: Case, most: int) -> list[reference.Row]:
    """Some of a world's suggestions, or all where there are fewer."""
    received = reference.received(case.world, case.as_of)
    return random.Random(len(received)).sample(received, min(most, len(received)))


def expected(case: Case, suggestion: reference.Row) -> list[list[str]]:
    """Day, number or reason, and what fell on the day, worked out slowly, in the words of the strip."""
    original = reference.computed_due_on(case.world, suggestion, case.as_of)
    extended = suggestion.get("extended_due_on")
    finals = reference.finals(case.world, suggestion, case.as_of)
    fell = [
        ("접수", reference.received_on(case.world, suggestion)),
        ("당초 목표일", original if extended else None),
        ("연장된 목표일" if extended else "답변 목표일", extended or original),
        ("최종 회신", finals[0]["responded_on"] if finals else None),
        ("기준일", case.as_of),
    ]
    days = []
    for entry in reference.clock(case.world, suggestion["suggestion_id"], case.as_of):
        day = entry["day"]
        count = f"{entry['number']}일째" if entry["counted"] else f"세지 않음: {entry['reason']}"
        shown = f"{day.year}. {day.month}. {day.day}.({'월화수목금토일'[day.weekday()]})"
        days.append([day.isoformat(), shown, count, *(word for word, fallen in fell if fallen == day)])
    return days


@pytest.mark.slow
def test_the_strip_agrees_with_the_slow_implementation(case: Case, thorough: bool) -> None:
    for suggestion in choose(case, CASES_WITH_TIME if thorough else CASES_PER_WORLD):
        rows = queries.fetch(
            case.database,
            "figures/due_days",
            as_of=case.as_of,
            suggestion_id=suggestion["suggestion_id"],
            is_staff=False,
        )
        assert Days(build_strip(rows, case.as_of)).days == expected(case, suggestion)
