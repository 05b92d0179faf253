"""Linked suggestions a second time, in plain Python: what was raised again, what is alike."""

import math
import re
from collections import Counter
from datetime import date

import reference
from reference import Row, World

SAME_CATEGORY = 0.08


def linked_with(world: World, suggestion: Row) -> set[str]:
    """The ids of those that a person confirmed to ask the same, in whichever order the pair stands."""
    found = set()
    for link in world["links"]:
        pair = (link["suggestion_id"], link["related_id"])
        if link["is_related"] and suggestion["suggestion_id"] in pair:
            found |= set(pair) - {suggestion["suggestion_id"]}
    return found


def held_on(world: World, suggestion: Row) -> date:
    """The day of its meeting."""
    for session in world["sessions"]:
        if session["session_id"] == suggestion["session_id"]:
            return session["held_on"]
    raise LookupError(suggestion["session_id"])


def earlier_ones(world: World, suggestion: Row, as_of: date) -> list[Row]:
    """Those it is linked with that were raised at an earlier meeting and received by `as_of`."""
    linked = linked_with(world, suggestion)
    return [
        other
        for other in reference.received(world, as_of)
        if other["suggestion_id"] in linked and held_on(world, other) < held_on(world, suggestion)
    ]


def was_refused(world: World, suggestion: Row, by: date) -> bool:
    """Whether any final answer dated by then declined it."""
    return any(answer["decision"] == "declined" for answer in reference.finals(world, suggestion, by))


def raised_again(
    world: World, as_of: date, session_id: str | None = None, category: str | None = None
) -> dict[str, int]:
    """How many suggestions were raised at an earlier meeting already, and how many after a refusal."""
    again = after_refusal = 0
    for suggestion in reference.received(world, as_of, session_id, category):
        earlier = earlier_ones(world, suggestion, as_of)
        if earlier:
            again += 1
            received_on = reference.received_on(world, suggestion)
            after_refusal += any(was_refused(world, other, received_on) for other in earlier)
    return {"raised_again": again, "raised_again_after_refusal": after_refusal}


# What is alike


def letters(text: str | None) -> list[str]:
    """The pairs of neighbouring letters of a text without its addresses, as often as they stand in it."""
    plain = re.sub(r"[\w.+-]+@[\w.-]+|[\W\d_]", "", (text or "").lower())
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def likeness(suggestions: list[Row], one: Row) -> dict[str, float]:
    """How much each other suggestion is like one, by id: the cosine of tf-idf over pairs of letters.

    The title counts twice; the same category adds a little.
    """
    counted = {
        row["suggestion_id"]: Counter(letters(row["title"]) * 2 + letters(row["detail"]))
        for row in suggestions
    }
    held_by = Counter(pair for pairs in counted.values() for pair in pairs)
    weights = {
        name: {pair: times * math.log(1 + len(suggestions) / held_by[pair]) for pair, times in pairs.items()}
        for name, pairs in counted.items()
    }
    lengths = {
        name: math.sqrt(sum(weight**2 for weight in vector.values())) for name, vector in weights.items()
    }
    asked, length = weights[one["suggestion_id"]], lengths[one["suggestion_id"]]
    found = {}
    for row in suggestions:
        name = row["suggestion_id"]
        if name != one["suggestion_id"]:
            shared = sum(weight * weights[name].get(pair, 0.0) for pair, weight in asked.items())
            cosine = shared / (length * lengths[name]) if length and lengths[name] else 0.0
            found[name] = cosine + SAME_CATEGORY * (row["category"] == one["category"])
    return found
