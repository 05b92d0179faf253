"""Every word is there in both languages, and every word that the code asks for exists."""

import ast
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from for_each import for_each

from dashboard import queries, strings, uploads
from dashboard.database import Database
from dashboard.plurals import fill
from dashboard.uploads import office, tables
from dashboard.uploads.office import statuses
from dashboard.uploads.write import office_layout

ROOT = Path(__file__).resolve().parent.parent
HANGUL = re.compile("[가-힣]")
# What an English reader needs in Korean: the other language.
KOREAN_IN_ENGLISH = {"frame.other_language"}


def entries(section: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for key, value in section.items():
        if set(value) <= set(strings.LANGUAGES):
            yield path + key, value
        else:
            yield from entries(value, f"{path}{key}.")


ENTRIES = dict(entries(strings.sections()))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@for_each(ENTRIES)
def test_says_the_same_in_both_languages(key: str) -> None:
    entry = ENTRIES[key]
    assert set(entry) == {"ko", "en"}
    assert all(text.strip() for text in entry.values())
    assert placeholders(entry["ko"]) == placeholders(entry["en"])
    assert key in KOREAN_IN_ENGLISH or not HANGUL.search(entry["en"])


# What people type, and messages that quote what stands in files.
_QUOTING = ("spoken.", "problems.", "questions.", "answers.")


@for_each([key for key in ENTRIES if not key.startswith(_QUOTING)])
def test_english_has_quotes_and_apostrophes_as_they_are_printed(key: str) -> None:
    assert not re.search("[\"']", ENTRIES[key]["en"])


@for_each([key for key in ENTRIES if key.startswith("figures.")])
def test_a_card_bears_the_name_of_its_definition(key: str) -> None:
    name = f"metrics/{key.partition('.')[2]}"
    if name in queries.names("metrics"):
        assert queries.load(name).title == ENTRIES[key]


def test_every_word_that_is_asked_for_exists() -> None:
    for path in [*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"words", "labels", "note", "_say"}:
                key = node.args[0] if node.args else None
                if (
                    isinstance(key, ast.Constant)
                    and isinstance(key.value, str)
                    and re.fullmatch(r"\w+\.\w+", key.value)
                ):
                    assert key.value in ENTRIES, f"{path.name}: {key.value}"


# Words that are asked for by their section

SOURCES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted([*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
}
SECTIONS = {key.rpartition(".")[0] for key in ENTRIES}
# What stands in the name of a section that is put together.
NAMED = {
    "headings.{}": uploads.TABLES,
    "vocabulary.{}": [name.partition(".")[2] for name in SECTIONS if name.startswith("vocabulary.")],
}


def find_texts(node: ast.expr | None, known: Mapping[str, list[str]]) -> list[str]:
    """The texts that an expression may stand for; `{}` is what is put in."""
    match node:
        case ast.Constant(str() as text):
            return [text]
        case ast.JoinedStr(parts):
            return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)]
        case ast.IfExp():
            return [*find_texts(node.body, known), *find_texts(node.orelse, known)]
        case ast.Tuple(parts):
            return [text for part in parts for text in find_texts(part, known)]
        case ast.Name(name):
            return known.get(name, [])
    return []


def find_section(node: ast.expr | None, known: Mapping[str, list[str]]) -> list[str]:
    """The sections that an expression is the words of: `strings.section("deck")`, `sections()["deck"]`."""
    match node:
        case ast.Call(ast.Attribute(_, "section"), [key, *_]):
            return find_texts(key, known)
        case ast.Subscript(ast.Call(ast.Attribute(ast.Name("strings"), "sections")), key):
            return find_texts(key, known)
        case ast.Call(ast.Name("section")):
            raise AssertionError("say strings.section, so that the words are found")
    return []


def texts_by_name(tree: ast.AST, outer: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What the names of a module or a function stand for: texts, and those that a loop goes through."""
    found = dict(outer)
    for node in ast.walk(tree):
        pairs = []
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        elif isinstance(node, ast.For | ast.comprehension):
            pairs = [(node.target, node.iter)]
        for target, value in pairs:
            if isinstance(target, ast.Name) and (texts := find_texts(value, found)):
                found[target.id] = texts
    return found


def find_asked() -> Iterator[tuple[str, str | None, str]]:
    """Every section that is asked for, the word of it that is looked up if it is named, and the place."""
    for path, tree in SOURCES.items():
        outer = texts_by_name(
            ast.Module([node for node in tree.body if isinstance(node, ast.Assign)], []), {}
        )
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                known = texts_by_name(function, outer)
                place = f"{path.relative_to(ROOT)}:{function.name}"
                for section, word in find_in(function, known):
                    yield section, word, place
        for node in tree.body:
            if isinstance(node, ast.Assign):
                yield from (
                    (one, None, str(path.relative_to(ROOT))) for one in find_section(node.value, outer)
                )


def find_in(function: ast.FunctionDef, known: Mapping[str, list[str]]) -> Iterator[tuple[str, str | None]]:
    """The sections that one function asks for, and the words that it looks up in them by name."""
    held: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.expr):
            yield from ((section, None) for section in find_section(node, known))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            held[node.targets[0].id] = find_section(node.value, known)
    for node in ast.walk(function):
        if isinstance(node, ast.Subscript):
            name = node.value.id if isinstance(node.value, ast.Name) else ""
            sections = held.get(name) or find_section(node.value, known)
            yield from ((one, word) for one in sections for word in find_texts(node.slice, known))


ASKED = sorted({(section, word or "", place) for section, word, place in find_asked()})


@for_each(ASKED)
def test_what_is_asked_for_by_its_section_exists(asked: tuple[str, str, str]) -> None:
    section, word, place = asked
    assert "{}" not in section or section in NAMED, f"{place}: what can stand in {section}? Add it to NAMED."
    for name in NAMED.get(section, [""]):
        key = section.format(name)
        assert key in SECTIONS or any(one.startswith(f"{key}.") for one in SECTIONS), f"{place}: [{key}]"
        found = f"{key}.{word}"
        assert not word or any(one == found or one.startswith(f"{found}.") for one in ENTRIES), (
            f"{place}: {found}"
        )


def test_the_sections_that_are_asked_for_are_found_in_the_code() -> None:
    assert {section for section, *_ in ASKED} >= {"deck", "live", "problems", "headings.{}", "office_columns"}
    assert ("headings.sessions", "round", "dashboard/ui/upload/table_meeting.py:_fill_in") in ASKED
    assert ("headings.suggestions", "speaker", "dashboard/ui/upload/table_form.py:_fill_in") in ASKED


# What is looked up by a code, which stands in Python, in a query, or in a script of the browser.
BY_CODE = {
    "problems": "python sql",
    "questions": "python",
    "answers": "python",
    "recognition": "python",
    "deck": "python script",
    "live": "script",
}
# Codes that are put together, with what stands in them.
COMPUTED = {"{}_left_out": ("totals", "blank", "notes", "hidden"), "bad_{}": ("date", "time", "integer")}


def read_sources(kinds: Iterable[str]) -> str:
    """All text in which codes may stand."""
    globs = {"python": "dashboard/**/*.py", "sql": "queries/**/*.sql", "script": "static/*.js"}
    paths = [path for kind in kinds for path in sorted(ROOT.glob(globs[kind]))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if ".min." not in path.name)


@for_each(BY_CODE)
def test_no_word_of_a_section_is_left_over(section: str) -> None:
    kinds = BY_CODE[section].split()
    text = read_sources(kinds)
    asked = set(re.findall(r"\w+", read_sources(["script"]))) if "script" in kinds else set()
    asked |= set(re.findall(rf"[\"'](?:{section}\.)?(\w+)[\"']", text))
    asked |= {template.format(value) for template, values in COMPUTED.items() for value in values}
    left = [key for key in ENTRIES if key.startswith(f"{section}.") and key.partition(".")[2] not in asked]
    assert left == []


# Which argument of which call is a code, and of what section.
CODES = {
    **dict.fromkeys(
        ("problem", "problem_of_lines", "Undecodable", "Exceeded", "UnreadableWorkbook", "GaveNoAnswer"),
        (0, "problems"),
    ),
    "Question": (1, "questions"),
}


def find_codes() -> Iterator[tuple[str, str]]:
    """The words that are looked up by a code in a call, each with its place."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) in CODES:
                at, section = CODES[name]
                codes = find_texts(node.args[at], {}) if len(node.args) > at else []
                yield from (
                    (f"{section}.{code}", f"{path.name}:{node.lineno}") for code in codes if "{}" not in code
                )


@for_each(sorted(set(find_codes())))
def test_what_is_looked_up_by_a_code_exists(found: tuple[str, str]) -> None:
    key, place = found
    assert key in ENTRIES, f"{place}: {key}"


def find_words(section: str) -> set[str]:
    return set(strings.section(section, "ko"))


def test_the_words_of_a_list_are_those_of_what_it_lists() -> None:
    assert find_words("office_columns") == set(office.COLUMNS)
    assert find_words("office_sheet_columns") == {column.name for column in office_layout.COLUMNS}
    assert find_words("progress_readings") == set(statuses.READINGS["progress"])
    readings = {reading.replace(" ", "_") for reading in statuses.READINGS["result"]}
    assert find_words("readings") == readings
    assert find_words("tables") >= set(uploads.TABLES)


def test_every_table_has_a_heading_for_each_of_its_columns_and_no_other() -> None:
    database = Database(None)
    with database.cursor() as cursor:
        held = {
            table: {name for (name, *_) in cursor.execute(f"describe {table}").fetchall()}
            for table in uploads.TABLES
        }
    database.close()
    assert {table: find_words(f"headings.{table}") for table in uploads.TABLES} == held
    assert set(tables.TABLES) == set(strings.sections()["headings"])


# English counts

ADJECTIVES = "working|final|progress|oldest|more|new|such"
ONE = "suggestion|meeting|category|promise|day|month|answer|reply|report|question|row|file|slide|note|column"
MANY = (
    "suggestions|meetings|categories|promises|days|months|answers|replies|reports|questions|rows|files|slides"
)
MANY += "|notes|columns|are|were|have|remain|wait|match"
COUNT = r"(?<![%–\d])(?<!line )"
OF_ONE = re.compile(rf"{COUNT}1\*? (?:(?:{ADJECTIVES}) )?(?:{MANY})\b")
OF_MANY = re.compile(rf"{COUNT}2\*? (?:(?:{ADJECTIVES}) )?(?:{ONE})\b")
# Where {days} are written out, and what is never a count of one: a limit, or it has another wording for one.
WRITTEN_OUT = ("tasks.sentence", "without_replies.sentences.waiting_by_days")
NEVER_ONE = ("standing.", "calendar_feed.cut", "problems.too_many_", "spoken.")


@for_each([key for key in ENTRIES if not key.startswith((*WRITTEN_OUT, *NEVER_ONE))])
def test_one_reads_as_well_as_many_in_english(key: str) -> None:
    text = ENTRIES[key]["en"]
    of_one, of_many = (fill(text, dict.fromkeys(placeholders(text), count)) for count in (1, 2))
    assert not OF_ONE.search(of_one), of_one
    assert not OF_MANY.search(of_many), of_many


def test_a_word_goes_by_its_count_however_that_is_written() -> None:
    text = "{count} {count:meeting raises|meetings raise} {name}"
    assert fill(text, {"count": 1, "name": "a|b"}) == "1 meeting raises a|b"
    assert fill(text, {"count": "1,001", "name": "{x}"}) == "1,001 meetings raise {x}"
    assert fill("{count:,} {count:is|are}", {"count": 1000}) == "1,000 are"
    with pytest.raises(KeyError):
        fill(text, {"count": 1})
