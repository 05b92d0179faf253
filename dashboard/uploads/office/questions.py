"""What a person is asked about a sheet, and what was read by a rule that a person may change."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard import strings
from dashboard.uploads.office.days import read_moment
from dashboard.uploads.problems import fill_in

MOST_QUESTIONS = 1_000  # of one sheet; what asks more is no sheet that an office keeps
LEAVE_OUT = "leave_out"
NEW = "new"
MEETINGS = "meetings"  # the key of the question about all new meetings of a sheet
NEED_YEAR = (MEETINGS, "meeting_year")  # codes whose own words begin with one
_MOST_LINES = 1_000  # of one question that are kept
_BEGINS_WITH_YEAR = re.compile(r"\s*20\d{2}")


@dataclass(frozen=True)
class Option:
    """One answer: `value` is what is handed back, `label` a dotted key of strings.toml and what is put in."""

    value: str
    label: str = "answers.as_written"
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The words on its button."""
        section, _, key = self.label.partition(".")
        return fill_in(strings.sections()[section][key][language], **self.values)


@dataclass(frozen=True)
class Question:
    """One question for all that is alike. `key` is the same for the same sheet; `code` is a key of
    [questions]; `free` says what else may be written (None, "date" or "text").

    `lines` are those it is about. With `answer` it was answered, or read by a rule, and may be changed.
    `series` is by what the name in an answer about meetings is remembered.
    """

    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    free: str | None = None
    proposal: str | None = None
    lines: tuple[int, ...] = ()
    answer: str | None = None
    series: str | None = None

    def text(self, language: str) -> str:
        """The question in words."""
        return fill_in(strings.sections()["questions"][self.code][language], **self.values)


class Asked:
    """The questions of one translation: each is asked once, and the answers to all are looked up here."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self._questions: dict[str, Question] = {}
        self._lines: dict[str, list[int]] = {}
        self.is_too_much = False

    def ask(self, question: Question, *, line: int | None = None, rule: str | None = None) -> str | None:
        """The answer given, or `rule`, what it is read as unless a person says otherwise; None while open.

        An answer that the question does not allow is none.
        """
        if question.key not in self._questions:
            if len(self._questions) >= MOST_QUESTIONS:
                self.is_too_much = True
                return rule
            given = self._answers.get(question.key)
            answer = given if given is not None and _allows(question, given) else rule
            self._questions[question.key] = dataclasses.replace(question, answer=answer)
            self._lines[question.key] = []
        lines = self._lines[question.key]
        if line is not None and len(lines) < _MOST_LINES and line not in lines[-1:]:
            lines.append(line)
        return self._questions[question.key].answer

    def propose(self, question: Question, *, line: int | None = None) -> str | None:
        """The answer given, else what the question proposes, so that rows are shown before it is answered."""
        return self.ask(question, line=line) or question.proposal

    def remembered(self, key: str) -> str:
        """What was kept under a key that is no question of its own; "" when nothing was."""
        return self._answers.get(key, "")

    def open(self) -> tuple[Question, ...]:
        """The questions without an answer, in the order in which they came up."""
        return self._those(is_answered=False)

    def answered(self) -> tuple[Question, ...]:
        """The others."""
        return self._those(is_answered=True)

    def _those(self, *, is_answered: bool) -> tuple[Question, ...]:
        return tuple(
            dataclasses.replace(question, lines=tuple(self._lines[key]))
            for key, question in self._questions.items()
            if (question.answer is not None) == is_answered
        )


def _allows(question: Question, given: str) -> bool:
    if any(option.value == given for option in question.options):
        return True
    if question.free == "date":
        moment = read_moment(given)
        return moment is not None and moment.is_day and moment.day is not None
    if question.free is None or not given.strip():
        return False
    return question.code not in NEED_YEAR or _BEGINS_WITH_YEAR.match(given) is not None
