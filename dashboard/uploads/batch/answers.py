"""Answers to what sheets are asked: for all files, for one sheet, and remembered for the next of its kind."""

import dataclasses
from collections.abc import Mapping, Sequence

import duckdb

from dashboard import sql_files
from dashboard.database import Database
from dashboard.uploads.batch.intake import SheetKey
from dashboard.uploads.office.meeting_names import remembered_series
from dashboard.uploads.office.questions import Question
from dashboard.uploads.office.sheet import OFFICE
from dashboard.uploads.read.column_mapping import Heading, signature

# Questions about words mean the same in every file; all others are about places in one sheet.
_FOR_ALL_FILES = ("status", "progress", "category")
_REMEMBERED = (*_FOR_ALL_FILES, "fill_down")
_BETWEEN = "/"  # in no name of a file, and in no name of a sheet that Excel writes


def scope(sheet: SheetKey, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions of a sheet, under keys of its own where they do not mean the same in every sheet:
    `file.xlsx/sheet/match:14`, `file.csv/answer_day`.
    """
    return tuple(
        question
        if _kind(question.key) in _FOR_ALL_FILES
        else dataclasses.replace(question, key=_prefix(sheet) + question.key)
        for question in questions
    )


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _prefix(sheet: SheetKey) -> str:
    return "".join(f"{name}{_BETWEEN}" for name in sheet if name is not None)


def answers_for(
    sheet: SheetKey,
    answers: Mapping[str, str],
    cursor: duckdb.DuckDBPyConnection,
    headings: Sequence[Heading],
) -> dict[str, str]:
    """The answers for one sheet by the keys of its own questions: those for this sheet, then those given
    without a sheet, which hold for all; those remembered come last.
    """
    prefix = _prefix(sheet)
    own = {key.removeprefix(prefix): answer for key, answer in answers.items() if key.startswith(prefix)}
    return _load(cursor, headings) | dict(answers) | own


def _load(cursor: duckdb.DuckDBPyConnection, headings: Sequence[Heading]) -> dict[str, str]:
    found = cursor.execute(
        "select question, answer from remembered_answers where headings = $headings",
        {"headings": signature([heading.text for heading in headings])},
    ).fetchall()
    return dict(found)


def remember(
    cursor: duckdb.DuckDBPyConnection,
    sheet: SheetKey,
    headings: Sequence[Heading],
    answered: Sequence[Question],
) -> None:
    """Keep what was answered of words, blanks and the series, for the next sheet with the same headings."""
    kept = {
        key: question.answer
        for question in answered
        for key in (question.key.removeprefix(_prefix(sheet)),)
        if question.answer is not None and _kind(key) in _REMEMBERED
    }
    for question in answered:
        kept |= remembered_series(question)
    values = {
        "headings": signature([heading.text for heading in headings]),
        "questions": list(kept),
        "answers": list(kept.values()),
    }
    for statement in cursor.extract_statements(sql_files.text("uploads/batch/remember.sql")):
        cursor.execute(statement, {name: values[name] for name in statement.named_parameters})


def list_remembered(database: Database) -> list[tuple[str, str]]:
    """Every question that is answered from memory and every heading read so, with its answer."""
    with database.cursor() as cursor:
        return cursor.execute(
            "select question, answer from remembered_answers"
            " union select heading, column_name from heading_choices where table_name = $table order by all",
            {"table": OFFICE.name},
        ).fetchall()


def forget_answers(database: Database) -> None:
    """Ask everything anew from the next sheet on."""
    with database.writing() as cursor:
        cursor.execute("delete from remembered_answers")
        cursor.execute("delete from heading_choices where table_name = $table", {"table": OFFICE.name})
