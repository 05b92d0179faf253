"""Who made a suggestion: organisation, position and name, taken apart only where that is sure."""

import re
from typing import NamedTuple

from dashboard.uploads.fuzzy_match import LONGEST_WORD, fold
from dashboard.uploads.office import words
from dashboard.uploads.office.sheet import Cells

_BETWEEN = re.compile(r"[\s/,·]+")
_NAME = re.compile(r"[가-힣]{3}")
_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)\s*", re.DOTALL)


class Proposer(NamedTuple):
    """An organisation, and the position and name of who spoke for it, empty when that is not sure."""

    organization: str
    role: str = ""
    speaker: str = ""


def read_proposer(cells: Cells) -> Proposer:
    """Who made the suggestion in these cells."""
    role, speaker = cells.get("speaker_role", ""), cells.get("speaker", "")
    organization, person = cells.get("organization", ""), cells.get("proposer", "")
    if organization and person:
        found = _split_person(person) or ("", person)
        return Proposer(_on_one_line(organization), role or found[0], speaker or found[1])
    whole = organization or person
    if role or speaker:
        return Proposer(_on_one_line(whole), role, speaker)
    return split(whole)


def split(text: str) -> Proposer:
    """ "㈜가상로봇 대표 김가상" taken apart; all of it is the organisation where the rule is not sure.

    Sure is: words, a position, a name of three syllables that begins with a usual surname; or a name and a
    position behind the sign of a company, or either in brackets behind anything.
    """
    if len(text) > LONGEST_WORD:
        return Proposer(_on_one_line(text))
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed and (person := _split_person(bracketed[2])):
        return Proposer(_on_one_line(bracketed[1]), *person)
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if len(parts) >= 3 and (person := _split_person(" ".join(parts[-2:]))):
        organization = " ".join(parts[:-2])
        if _is_role(parts[-2]) or _is_company(organization):
            return Proposer(organization, *person)
    return Proposer(_on_one_line(text))


def _split_person(text: str) -> tuple[str, str] | None:
    """The position and the name of "대표 김가상" or "김가상 대표"."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part] if len(text) <= LONGEST_WORD else []
    if len(parts) != 2:
        return None
    for role, name in (parts, reversed(parts)):
        if _is_role(role) and _is_name(name):
            return role, name
    return None


def _is_role(text: str) -> bool:
    return fold(text) in words.listed("roles")


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text[0] in words.surnames() and not _is_role(text)


def _is_company(text: str) -> bool:
    return any(sign in fold(text) for sign in words.listed("companies"))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
