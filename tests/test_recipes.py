"""What the recipes of the README ask for is there: charts, lists, words; else a test names what lacks."""

import ast
import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import chart_functions
import pytest

from dashboard import access, ask, charts, published, queries, slides, sql_files, strings, uploads
from dashboard.charts import headline
from dashboard.database import Database
from dashboard.slides import stories
from dashboard.states import MEETING_STATES, PROMISE_STATES, STATES, STEP_FILTERS, TASKS
from dashboard.ui import (
    ask_box,
    listings,
    sessions_parts,
    state_mark,
    table_files,
    url_state,
    week,
)
from dashboard.ui.story import answer as story_answer
from dashboard.ui.upload import page as upload_page
from dashboard.uploads.write import office_layout

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SNAPSHOTS = ROOT / "tests" / "snapshots" / "charts"
SOURCES = {
    path: path.read_text(encoding="utf-8")
    for folder in ("dashboard", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
PAGES = "\n".join(text for path, text in SOURCES.items() if path.parent.name == "pages")
DRAWN = sorted(
    {
        chart
        for path, text in SOURCES.items()
        if path.parent.name in {"pages", "slides"}
        for chart in re.findall(r"\bcharts\.([a-z]\w+)", text.replace("dashboard.charts", ""))
    }
)
ON_PAGES = dict(re.findall(r'ui\.chart\(\s*"([^"]+)",\s*charts\.(\w+)', PAGES))
LISTED = [
    *re.findall(r'ui\.listing\(\s*"([^"]+)"', PAGES),
    *(
        name
        for names in re.findall(r"ui\.several_listings\(([^)]*)\)", PAGES)
        for name in re.findall('"([^"]+)"', names)
    ),
]
WORDS = strings.dictionary("ko")


def find_columns(name: str) -> set[str]:
    """The columns of a query that its table shows; none of a query that is still to be written."""
    exists = (sql_files.ROOT / f"{name}.sql").exists()
    return set(queries.load(name).returns) - published.HIDDEN if exists else set()


# Charts


@pytest.mark.parametrize("chart", DRAWN)
def test_a_chart_that_is_drawn_has_its_function_its_query_and_its_snapshot(chart: str) -> None:
    assert hasattr(charts, chart), f"dashboard/charts/__init__.py hands out no {chart}"
    assert chart in chart_functions.NAMES, (
        f"{chart}(rows: Rows, labels: Labels) -> Figure in dashboard/charts/"
    )
    assert getattr(charts, chart).__doc__, f"{chart} says what the eye should notice"
    assert chart_functions.find_query(chart), f"queries/<page>/{chart}.sql"
    assert (SNAPSHOTS / f"{chart}.txt").exists(), f"tests/snapshots/charts/{chart}.txt: --write-snapshots"


def test_every_chart_function_is_drawn_and_every_snapshot_has_its_chart() -> None:
    assert set(chart_functions.NAMES) == set(DRAWN)
    assert {path.stem for path in SNAPSHOTS.iterdir()} == {*chart_functions.NAMES, "style"}


ONLY_ONE = "delete from responses; delete from pauses; delete from suggestions where suggestion_id <> 'N4'"
WORLDS = [
    ONLY_ONE,
    f"{ONLY_ONE}; insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer) "
    "values ('R1', 'N4', '2025-11-26', 'final', 'accepted', '수용합니다.')",
    f"{ONLY_ONE}; insert into pauses values ('N4', '2025-11-26', null, '보완 요청')",
]


@pytest.mark.parametrize("world", WORLDS, ids=["one waits", "one is answered", "one is paused"])
def test_a_chart_that_can_be_empty_has_words_that_say_why(
    database: Database, everything: dict[str, Any], world: str
) -> None:
    """Of one suggestion alone every chart has something to draw, or words under `empty` for what it lacks."""
    with database.writing() as cursor:
        cursor.execute(f"{world}; insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    for name in ON_PAGES:
        if published.is_empty(queries.answer(database, name, **everything)):
            assert f"empty.{name.rpartition('/')[2]}" in WORDS, f"empty.{name.rpartition('/')[2]}"


# Lists


@pytest.mark.parametrize("name", sorted({*LISTED, *listings.LISTINGS}))
def test_a_list_has_its_query_columns_and_words(
    small_world: Database, everything: dict[str, Any], name: str
) -> None:
    assert name in LISTED, f"{name} is listed on no page"
    columns, values = listings.LISTINGS[name].columns, listings.LISTINGS[name].values
    returned = queries.load(name).returns
    assert set(columns) <= set(returned)
    assert listings.LISTINGS[name].own_order.removeprefix("-") in columns
    short = name.rpartition("/")[2]
    for key in (f"sentences.{short}", f"empty.{short}", *(f"columns.{column}" for column in columns)):
        assert key in WORDS, key
    later = everything | {"as_of": datetime.date(2026, 6, 30)}  # for what takes months to come about
    counted = listings.COUNTED.get(name, name)
    for asked in (everything, later):
        if rows := queries.answer(small_world, name, **asked):
            break
    assert rows
    assert WORDS[f"sentences.{short}"].format(**values(queries.answer(small_world, counted, **asked)))


@pytest.mark.parametrize("name", sorted({*ON_PAGES, *LISTED}))
def test_a_table_below_a_chart_has_a_heading_for_every_column(name: str) -> None:
    for column in find_columns(name):
        assert f"columns.{column}" in WORDS, f"columns.{column}"


# Words whose key is put together

VOCABULARY = strings.sections()["vocabulary"]
REASONS = re.findall(
    r'"(d\w+_\w+)"', "\n".join(text for text in SOURCES.values() if "DatabaseUnavailable" in text)
)
UPLOADS = ("file", "form", "deletion")
FIGURES = {
    *headline._FIGURES,
    *re.findall(r'"(\w+)"', " ".join(re.findall(r"ui\.figures\(([^)]*)\)", PAGES))),
}
GROUPS = re.findall(
    r'"(days_by_group\w*)"', SOURCES[ROOT / "dashboard" / "charts" / "turnaround_sentences.py"]
)


def find_slide_words() -> Iterator[str]:
    """The names of the sentences of slides, which stand in their calls or in a `key` before these."""
    for path in (path for path in SOURCES if path.parent.name == "slides"):
        for node in ast.walk(ast.parse(SOURCES[path])):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "source.sentence",
                "source.statement",
                "source.missing",
            }:
                yield from find_choices(node.args[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "_more":
                yield from (f"{one}{end}" for one in find_choices(node.args[0]) for end in ("", "_text"))
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "key":
                yield from find_choices(node.value)


def find_choices(value: ast.expr) -> list[str]:
    """A text, or both texts of a choice."""
    if isinstance(value, ast.IfExp):
        return [*find_choices(value.body), *find_choices(value.orelse)]
    return [str(value.value)] if isinstance(value, ast.Constant) else []


TIES = ("", "_tie")
# Every such key, with the values that stand in it: `{}` is what is put in.
COMPUTED: dict[str, Iterable[str]] = {
    "chart.no_{}": ("department", "organization_type"),
    "sentences.categories_by_session{}": TIES,
    "sentences.few_in_bars_{}": ("session", "category", "promises_session", "promises_category"),
    "curves.{}": ("category", "department", "series"),
    "clock.{}": ("received_on", "original_due_on", "extended_due_on", "due_on", "answered_on", "today"),
    "calendar_feed.{}": ("due", "promised", "review"),
    "collecting.{}": ("one_file", "one_department", "by_department"),
    "actions.{}": ("answer", "correct", "pause", "resume", "extend"),
    "upload.free_{}": ("date", "text"),
    "importing.day_from_{}": ("column", "reference", "answer", "held"),
    "{}.{}": set(),  # the states of dashboard/charts/stack.py, which have their own sections
    "columns.{}": {
        *(column for name in [*ON_PAGES, *LISTED] for column in find_columns(name)),
        *(*sessions_parts.ASKED, *sessions_parts.SAID, *sessions_parts.DUE, *sessions_parts.CHANGED),
        *week._COLUMNS,
    },
    "meeting.awaited_{}": ("answer", "promise"),
    "meeting.past_{}": ("answer", "promise"),
    "meeting.due{}": ("", "_all_past", "_none_past"),
    "sentences.recurring_categories{}": TIES,
    "meeting_states.{}": MEETING_STATES,
    "database.{}": {reason for reason in REASONS if reason.startswith(("database_", "disk_"))},
    "empty.{}": {"tasks_to_do", *(name.rpartition("/")[2] for name in LISTED)},
    "figures.{}": FIGURES,
    "figures.none_{}": ("received", "answered", "not_accepted", "promises"),
    "filters.{}": url_state.FILTERS,
    "menu.{}": access.GROUPS,
    "ask.example_{}": ask_box._EXAMPLES,
    "ask.{}": ask.TOGETHER,
    "lists.{}": (*state_mark.LASTING, *table_files._MEDIA, "ascending", "descending"),
    "history.{}": (*UPLOADS, "undo", "demo"),
    "office_sheet_columns.{}": [column.name for column in office_layout.COLUMNS],
    "page_questions.{}": [page.name for page in access.PAGES],
    "pages.{}": [page.name for page in access.PAGES],
    "problems.{}": ("did_you_mean", "choose_from"),
    "sentences.{}": {*(name.rpartition("/")[2] for name in LISTED), *GROUPS},
    "slide_names.{}": slides.NAMES,
    "slides.{}": {
        *find_slide_words(),
        *(f"changes_{name}" for name in ("final", "received", "report", "confirmed", "adopted", "done")),
        *(f"changes_{name}" for name in ("again", "without_day")),
        *(f"closing_{name}" for name in ("waiting", "waiting_own", "next", "overdue", "overdue_all")),
        *(f"closing_{name}" for name in ("promises", "all")),
        *(f"sum_{what}_{when}" for what in ("received", "answered") for when in ("on_day", "since")),
        *(f"owed_{name}" for name in ("overdue", "in_time", "paused", "promises")),
        *("reason", "limits"),
    },
    "slide_sections.{}": [*stories.SECTIONS, stories.OWN_PART, stories.PINNED],
    "stories.{}": slides.STORIES,
    "story_meanings.{}": slides.STORIES,
    "story_titles.{}": slides.STORIES,
    "present.about_{}": slides.ABOUT,
    "promises.{}": PROMISE_STATES,
    "changes.{}": ("received", "report", "confirmed", "due", "expected", "review", "overdue"),
    "vocabulary.reported_progress.{}": VOCABULARY["reported_progress"],
    "steps.{}": STEP_FILTERS,
    "task_kinds.{}": TASKS,
    "task_meanings.{}": TASKS,
    "task_days.{}": TASKS,
    "sentences.days_to_done{}": ("", "_one", "_few", "_none"),
    "sentences.turnaround_by_month{}": ("", "_one"),
    "published.{}": {
        *("as_of", "covers", "data_version", "sources", "terms_of_use", "counted", "invented"),
        *("parameter", "parameter_meaning", "parameter_value"),
    },
    "states.{}": STATES,
    "standing.{}": {
        *("one", "one_chosen", "many", "many_chosen", "none", "none_chosen"),
        *("all_answered", "one_answered", "record_nothing", "record_some", "record_all", "record_one"),
        *(
            f"{begin}_{end}"
            for begin in ("some", "nothing", "one")
            for end in ("overdue", "in_time", "paused")
        ),
        *("nothing_all_overdue", "some_rest_overdue", "some_left", "nothing_left"),
    },
    "suggestions.{}": story_answer.DETAILS,
    "promise_meanings.{}": PROMISE_STATES,
    "quality.{}": ("reason", "limits", "next_step", "day", "contact"),
    "story.{}": ("added", "changed", "deleted", "column", "before", "after"),
    "tables.{}": uploads.TABLES,
    "uploading.mend_{}": ("file", "deletion"),
    "uploading.{}": {
        *upload_page._WAYS,
        *("added", "changed", "unchanged", "rejected", "deleted"),
        *("line", "key", "column", "value", "before", "after", "message", "figure"),
        *("apply", "delete", "skip_rejected", "nothing_to_do"),
        *(f"nothing_left_of_{kind}" for kind in UPLOADS),
    },
    "related.{}": ("yes", "no"),
    "related.said_{}": ("yes", "no"),
    "uploading.{}_rows": ("added", "changed", "deleted"),
    "vocabulary.decision.{}": VOCABULARY["decision"],
    "vocabulary.event_kind.{}": VOCABULARY["event_kind"],
    "vocabulary.kind.{}": VOCABULARY["kind"],
    "vocabulary.progress.{}": VOCABULARY["progress"],
    "{}_tie": ("sentences.categories_by_organization_type", "sentences.categories_ranked"),
    "{}_few": ("sentences.days_to_answer", "sentences.days_to_first_feedback"),
    "{}_none": ("sentences.days_to_answer", "sentences.days_to_first_feedback"),
    "{}_one": ("sentences.days_to_answer", "sentences.days_to_first_feedback"),
}


def find_templates() -> Iterator[tuple[str, str]]:
    """Every key of words that is put together, with `{}` for what is put in, and where it stands."""
    for path, text in SOURCES.items():
        for node in ast.walk(ast.parse(text)):
            if not (isinstance(node, ast.Call) and is_lookup(node.func) and node.args):
                continue
            for part in ast.walk(node.args[0]):
                if template := write_template(part):
                    yield template, f"{path.relative_to(ROOT)}:{node.lineno}"


def is_lookup(function: ast.expr) -> bool:
    name = ast.unparse(function).rpartition(".")[2]
    return name in {"words", "labels", "note", "_say"} or ast.unparse(function) == "self"


def write_template(key: ast.AST) -> str | None:
    if isinstance(key, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in key.values]
        return "".join(parts)
    if isinstance(key, ast.BinOp) and isinstance(key.left, ast.Constant) and isinstance(key.left.value, str):
        return f"{key.left.value}{{}}"
    return None


TEMPLATES = sorted(set(find_templates()))


@pytest.mark.parametrize(("template", "place"), TEMPLATES, ids=[place for _, place in TEMPLATES])
def test_a_key_that_is_put_together_leads_to_words(template: str, place: str) -> None:
    assert template in COMPUTED, f"{place}: which values can stand in {template!r}? Add it to COMPUTED."
    for value in COMPUTED[template]:
        assert template.format(value) in WORDS, template.format(value)


def test_every_key_that_stands_in_the_code_leads_to_words() -> None:
    sections = "|".join(
        section for section in strings.sections() if section not in {"database", "headings", "vocabulary"}
    )
    for path, text in SOURCES.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and re.fullmatch(
                rf"({sections})\.(?!js$|css$)\w*[a-z]", str(node.value)
            ):
                assert node.value in WORDS, f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"


def test_no_words_are_left_over() -> None:
    """Whole sections go to the browser, to the files of an upload and into its problems."""
    whole = (
        "appearance.",
        "deck.",
        "live.",
        "share.",
        "spoken.",
        "headings.",
        "vocabulary.",
        "problems.",
        "without_replies.",
        "office_sheet_columns.",
        "office_columns.",
        "recognition.",
        "questions.",
        "answers.",
        "organization_types.",
        "known_sources.",
        "readings.",
        "progress_readings.",
    )
    asked = set(re.findall(r"[\"'](\w+\.\w+)[\"']", "\n".join(SOURCES.values())))
    asked |= {template.format(value) for template, values in COMPUTED.items() for value in values}
    # What a chart or the whole database has to say of nothing is asked for by the chart's name.
    asked |= {f"empty.{name.rpartition('/')[2]}" for name in ON_PAGES}
    asked |= {f"empty.one_{group}" for group in ("category", "department", "series", "session")}
    assert {key for key in WORDS if not key.startswith(whole)} <= asked


# The README


def find_named(text: str) -> Iterator[str]:
    """What stands as code in a text: files, folders, commands."""
    yield from re.findall(r"`([^`\n]+)`", text)


ADDING = README.partition("## Adding…")[2]
PLACEHOLDER = re.compile(r"<[^>]+>")


def is_written_in_a_page(line: str) -> bool:
    """Whether a page has such a line; what is in <brackets> stands for a word."""
    pattern = "".join(
        r"\w+" if PLACEHOLDER.fullmatch(part) else re.escape(part) for part in re.split(r"(<[^>]+>)", line)
    )
    return bool(re.search(pattern, PAGES))


KNOWN: dict[str, Callable[[str], bool]] = {
    "make ": lambda words: f"\n{words.split()[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8"),
    "pytest ": lambda words: all(
        (ROOT / word).exists() for word in words.split() if word.startswith("tests")
    ),
    "ui.": is_written_in_a_page,
    "[": lambda words: words.strip("[]").partition(".")[0] in strings.sections(),
    "LISTINGS": lambda words: f"\n{words}: " in SOURCES[ROOT / "dashboard" / "ui" / "listings.py"],
}


@pytest.mark.parametrize("named", sorted(set(find_named(ADDING))))
def test_what_a_recipe_names_exists(named: str) -> None:
    for begin, exists in KNOWN.items():
        if named.startswith(begin):
            assert exists(named), named
            return
    if "/" in named or "." in named:
        # Of a path with something to fill in, the part before it.
        path = ROOT / (PLACEHOLDER.split(named)[0] if PLACEHOLDER.search(named) else named)
        assert path.exists(), named
    else:
        assert PLACEHOLDER.fullmatch(named) or named in {"alter table"}, f"{named}: what is this?"
