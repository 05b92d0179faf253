"""What a question can be about: words of strings.toml and query headers, and the names that the data hold."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard import access, strings
from dashboard.ask.forms import fold, part_forms, spoken
from dashboard.states import PROMISE_STATES, STATES, STEP_FILTERS

Kind = Literal["filter", "page", "query", "dimension", "last_meeting", "promised"]

# On which page a headline figure stands.
FIGURES = {
    "response_rates": ("feedback_rate", "answer_rate", "on_time_rate", "adoption_rate", "reason_rate"),
    "turnaround": ("median_turnaround", "median_first_feedback"),
    "promises": ("promises", "fulfilment_rate", "confirmed_rate", "median_days_to_done", "overdue_promises"),
}
_DONE = STEP_FILTERS["done"]["promise"]
# States that are spoken of together, by the filter that they are values of.
TOGETHER = {
    "waiting": ("state", STEP_FILTERS["waiting"]["state"]),
    "answered": ("state", STEP_FILTERS["answered"]["state"]),
    "done": ("promise", _DONE),
    "undone": ("promise", [state for state in PROMISE_STATES if state not in _DONE]),
}
_SHORTEST_BEGINNING = 2  # letters of a name of the data by which it is known, if it is the only one
BARE = "bare"
_BY_BEGINNING = ("category", "department", "organization_type")


@dataclass(frozen=True)
class Meaning:
    """What a word stands for: a filter and its value, a page, a query of it, what is counted by, promises."""

    kind: Kind
    key: str  # the filter; the page; the dimension
    value: str = ""  # of the filter; the name of the query; BARE for the name of a dimension by itself


@dataclass(frozen=True)
class Named:
    """What the data hold, by filter, value and the names it goes by; meetings with their number and day."""

    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    rounds: Mapping[str, int | None]
    held: Mapping[str, datetime.date]
    months: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """Forms and what they mean, the words that say nothing, and how every meaning is shown."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    beginnings: Mapping[str, tuple[Meaning, ...]]
    endings: tuple[str, ...]
    particles: tuple[str, ...]  # those endings that are never part of a word that is looked for
    empty: frozenset[str]
    shown: Mapping[Meaning, str]
    spelled: Mapping[str, str]  # a form as it is written
    named: Named


def build_vocabulary(named: Named, titles: Mapping[str, Iterable[str]], language: str) -> Vocabulary:
    """All words for what the data hold and for `titles`, those of the queries on pages, by their names.

    What is asked may be in either language; `language` is what it is answered in.
    """
    words = _Words(language)
    words.add_what_is_counted()
    words.add_pages()
    words.add_filters()
    words.add_titles(titles)
    words.add_names(named)
    said = spoken("words")
    return Vocabulary(
        meanings={form: tuple(dict.fromkeys(found)) for form, found in words.meanings.items()},
        beginnings={form: tuple(dict.fromkeys(found)) for form, found in words.beginnings.items()},
        endings=tuple(sorted(said["endings"], key=len, reverse=True)),
        particles=tuple(sorted(said["particles"], key=len, reverse=True)),
        empty=frozenset(map(fold, said["empty"])),
        shown=words.shown,
        spelled=words.spelled,
        named=named,
    )


class _Words:
    """The words as they are gathered; what is said first about a form stands before what is said later."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.meanings: dict[str, list[Meaning]] = {}
        self.beginnings: dict[str, list[Meaning]] = {}
        self.shown: dict[Meaning, str] = {}
        self.spelled: dict[str, str] = {}

    def add(self, meaning: Meaning, words: Iterable[str], shown: str = "") -> None:
        """These words mean this; only what has the same kind and key may share one."""
        for word in words:
            there = self.meanings.setdefault(fold(word), [])
            if fold(word) and (not there or (there[0].kind, there[0].key) == (meaning.kind, meaning.key)):
                there.append(meaning)
                self.spelled.setdefault(fold(word), word)
        if shown:
            self.shown.setdefault(meaning, shown)

    def add_what_is_counted(self) -> None:
        """Promises, and what is counted by, said as that (`by department`) or by its name alone."""
        self.add(Meaning("promised", "promise"), spoken("promised")["promised"])
        bare = spoken("bare_dimensions")
        for key, words in spoken("dimensions").items():
            shown = strings.section("filters", self.language)[key]
            self.add(Meaning("dimension", key), words, shown)
            self.add(Meaning("dimension", key, BARE), bare[key], shown)

    def add_pages(self) -> None:
        """Pages by their titles, by how they are spoken of, and by the figures on them."""
        said = spoken("pages")
        for page in access.PAGES:
            if page.role != "member":
                continue
            title = strings.sections()["pages"][page.name]
            words = [*said.get(page.name, []), *title.values()]
            self.add(Meaning("page", page.name), words, title[self.language])
            for figure in FIGURES.get(page.name, ()):
                entry = strings.sections()["figures"][figure]
                forms = [form for text in entry.values() for form in (text, text.partition("(")[0])]
                self.add(Meaning("page", page.name, figure), forms, entry[self.language])

    def add_filters(self) -> None:
        """States, decisions and promises by their words, several at once too; the meeting before this one."""
        for key, section, values in (
            ("state", "states", STATES),
            ("promise", "promises", PROMISE_STATES),
            ("decision", "vocabulary.decision", strings.section("vocabulary.decision", "ko")),
        ):
            said = spoken(key)
            for value in values:
                both = [strings.section(section, language)[value] for language in strings.LANGUAGES]
                shown = strings.section(section, self.language)[value]
                self.add(Meaning("filter", key, value), [*both, *said.get(value, [])], shown)
        for name, words in spoken("together").items():
            key, states = TOGETHER[name]
            for state in states:
                self.add(Meaning("filter", key, state), words)
        self.add(Meaning("last_meeting", "session"), spoken("meetings")["last"])

    def add_titles(self, titles: Mapping[str, Iterable[str]]) -> None:
        """Charts, lists by their titles in both languages and as they are spoken of, the first is shown."""
        said = spoken("lists")
        for name, both in titles.items():
            shown, *others = both
            page, _, short = name.partition("/")
            self.add(Meaning("query", page, name), [shown, *others, *said.get(short, [])], shown)

    def add_names(self, named: Named) -> None:
        """What the data hold: whole names, their parts, and a beginning that no other name has."""
        for key, values in named.names.items():
            for value, names in values.items():
                if names:
                    self.add(Meaning("filter", key, value), names, names[0])
        for key, values in named.names.items():
            for value, names in values.items():
                for name in names:
                    self.add(Meaning("filter", key, value), part_forms(name))
                    if key in _BY_BEGINNING:
                        self._add_beginnings(Meaning("filter", key, value), fold(name))
        for value, number in named.rounds.items():
            if number is not None:
                said = [word.format(round=number) for word in spoken("meetings")["round"]]
                self.add(Meaning("filter", "session", value), said)

    def _add_beginnings(self, meaning: Meaning, form: str) -> None:
        for length in range(_SHORTEST_BEGINNING, len(form)):
            self.beginnings.setdefault(form[:length], []).append(meaning)
