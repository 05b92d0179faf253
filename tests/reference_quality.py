"""What final answers state a second time, in plain Python, the slow and obvious way: one number at a time."""

import re
from datetime import date

from reference import Row, World, finals, is_stated, received
from reference_promises import reports_of

CHECKS = ("reason", "limits", "next_step", "day", "contact")


def holds_day(text: str) -> bool:
    """Whether a text names a month or a day: each number in it may be a month, by what stands around it."""
    for found in re.finditer("[0-9]+", text):
        if not 1 <= int(found[0]) <= 12 or len(found[0]) > 2:
            continue
        before, after = text[: found.start()], text[found.end() :]
        if is_behind_a_year(before) or after.lstrip().startswith("월") or is_before_a_day(before, after):
            return True
    return False


def is_behind_a_year(before: str) -> bool:
    """Whether a year of four digits and one sign that parts it from its month go before."""
    rest = before.rstrip()
    if not rest.endswith((".", "-", "/", "년")):
        return False
    year = rest[:-1].rstrip()
    digits = year[len(year.rstrip("0123456789")) :]
    return len(digits) == 4 and digits[:2] in ("19", "20")


def is_before_a_day(before: str, after: str) -> bool:
    """Whether a day between two points follows, and no point goes before."""
    if before.endswith(".") or not after.startswith("."):
        return False
    rest = after[1:].lstrip()
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    behind = rest[len(digits) :]
    return (
        len(digits) in (1, 2)
        and 1 <= int(digits) <= 31
        and behind.startswith(".")
        and not behind[1:2].isdigit()
    )


def checks_of(world: World, suggestion: Row, as_of: date) -> dict[str, bool]:
    """What the latest final answer states, of all that is asked of it; nothing without one."""
    answers = finals(world, suggestion, as_of)
    if not answers:
        return {}
    answer = answers[-1]
    found = {}
    if answer["decision"] != "accepted":
        found["reason"] = is_stated(answer["reason"])
        found["limits"] = is_stated(answer["limits"])
    found["next_step"] = is_stated(answer["next_step"])
    found["day"] = answer["revisit_on"] is not None or holds_day(answer["next_step"] or "")
    for report in reports_of(world, suggestion, as_of):
        if report["expected_on"] is not None:
            found["day"] = True
    found["contact"] = is_stated(answer["responder"])
    return found


def count_checks(world: World, as_of: date) -> dict[str, tuple[int, int]]:
    """How many answers are asked for each thing, and how many state it."""
    counts = dict.fromkeys(CHECKS, (0, 0))
    for suggestion in received(world, as_of):
        for check, is_met in checks_of(world, suggestion, as_of).items():
            asked, stated = counts[check]
            counts[check] = (asked + 1, stated + is_met)
    return counts
