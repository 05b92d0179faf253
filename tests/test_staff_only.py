"""Whatever changes data asks for itself who is acting: a button's callback runs before its page's guard."""

import ast
import inspect
from pathlib import Path

import pytest
import streamlit as st

from dashboard import uploads
from dashboard.current_database import current
from dashboard.ui import viewer
from dashboard.ui.upload import apply_button
from dashboard.web import staff_login, staff_token

UI = Path(viewer.__file__).parent
CHANGING = {
    "add_session",
    "add_suggestion",
    "apply",
    "apply_batch",
    "backup",
    "first_load",
    "forget_answers",
    "restore",
    "undo",
}
READING = {
    "check",
    "check_again",
    "check_files",
    "list_remembered",
    "check_deletion",
    "check_rows",
    "dry_run",
    "export_csv",
    "export_xlsx",
    "history",
    "known_values",
    "last_round",
    "moved_due_dates",
    "next_response_id",
    "recognize",
    "propose_category",
    "search_rows",
    "template_xlsx",
    "write_department_sheets",
    "write_office_sheet",
}


class Session(dict[str, object]):
    """What Streamlit keeps for a tab, without Streamlit."""

    __setattr__ = dict.__setitem__
    __getattr__ = dict.__getitem__


def changes_outside(path: Path) -> list[str]:
    """Every call in a module that changes data and does not stand behind `staff_only`."""
    found: list[str] = []

    def walk(node: ast.AST, *, guarded: bool) -> None:
        if isinstance(node, ast.FunctionDef):
            guarded = guarded or any(ast.unparse(one) == "staff_only" for one in node.decorator_list)
        if isinstance(node, ast.Attribute):
            text = ast.unparse(node)
            changes = text in {f"uploads.{name}" for name in CHANGING} or node.attr == "writing"
            if changes and not guarded:
                found.append(f"{path.name}:{node.lineno} {text}")
        for child in ast.iter_child_nodes(node):
            walk(child, guarded=guarded)

    walk(ast.parse(path.read_text(encoding="utf-8")), guarded=False)
    return found


def test_every_change_of_data_stands_behind_the_question_who_acts() -> None:
    modules = sorted(UI.rglob("*.py"))
    assert [call for path in modules for call in changes_outside(path)] == []
    text = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    assert "from dashboard.uploads import apply" not in text
    assert text.count("@staff_only") >= 3


def test_it_is_said_of_everything_that_takes_a_database_whether_it_changes_it() -> None:
    takes_database = {
        name
        for name, function in vars(uploads).items()
        if inspect.isfunction(function) and "database" in inspect.signature(function).parameters
    }
    assert takes_database == CHANGING | READING


def test_nothing_is_taken_back_for_whoever_is_not_staff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "a.duckdb"))
    cookies: dict[str, str] = {}
    monkeypatch.setattr(st, "session_state", Session(staff_name="홍 담당"))
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: cookies))
    database = current()
    row = {"session_id": "S", "series": "간담회", "held_on": "2026-01-05", "status": "held"}
    uploads.apply(database, uploads.check_rows(database, "sessions", [row]), by="홍")
    before = database.version
    for wrong in ("", "wrong", "0" * 64, "가", "a.b", "."):
        apply_button.undo_upload(1)
        assert database.version == before
        cookies[staff_token.COOKIE] = wrong
    cookies[staff_token.COOKIE] = staff_token.cookie_value(staff_login.expected_token())
    apply_button.undo_upload(1)
    assert database.version != before
    database.close()
