"""The house stands as it is drawn: who may import whom, how long a room may be, who guards a page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import access, queries, sql_files, strings

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCRIPTS = [ROOT / "app.py", ROOT / "frame.py"]

# Which rooms a room may look into. What is not named here belongs to the foundation that all may use.
FOUNDATION = {"sql_files", "calendar", "clocks", "database", "unavailable", "strings", "figures"}
MAY_IMPORT = {
    "charts": set(),
    "strings": set(),
    "access": set(),
    "sql_files": set(),
    "calendar": {"sql_files"},
    "clocks": {"sql_files", "database"},
    "database": {"sql_files", "calendar", "clocks", "unavailable"},
    "unavailable": set(),
    "memory": set(),
    "queries": {"sql_files", "database", "memory"},
    "figures": {"queries", "database"},
    "demo": {"sql_files"},
    "staff": set(),
    "uploads": {"queries", "sql_files", "database", "unavailable", "calendar", "strings"},
    "ui": {"charts", "strings", "access", "staff", "queries", "memory", "database", "calendar", "uploads"},
    "__main__": {"calendar", "database", "demo", "figures", "queries", "strings", "uploads"},
    "pages": {"ui", "charts", "uploads"},
    "frame": {"ui"},
    "app": {"ui", "uploads", "database", "strings"},
}


def room(path: Path) -> str:
    inside = path.relative_to(ROOT)
    if inside.parts[0] == "pages":
        return "pages"
    return inside.parts[1].removesuffix(".py") if inside.parts[0] == "dashboard" else inside.stem


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


every_file = pytest.mark.parametrize(
    "path", [*MODULES, *PAGES, *SCRIPTS], ids=lambda path: path.relative_to(ROOT).as_posix()
)


@every_file
def test_looks_only_into_rooms_it_may(path: Path) -> None:
    if path == ROOT / "dashboard" / "__init__.py":
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("dashboard.")}
    assert rooms - {room(path)} <= MAY_IMPORT[room(path)]


@every_file
def test_knows_streamlit_only_where_it_may(path: Path) -> None:
    knows = any(name.split(".")[0] == "streamlit" for name in imported(path))
    assert not knows or room(path) in {"ui", "app", "frame"}


@every_file
def test_keeps_to_its_length(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    limit = {"pages": 60, "app": 40, "frame": 40}.get(room(path), 200)
    assert len(text.splitlines()) <= limit
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert body_lines(node) <= 30, node.name


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines that do something: without the signature and the docstring."""
    first = node.body[1 if ast.get_docstring(node) and len(node.body) > 1 else 0]
    return (node.end_lineno or 0) - first.lineno + 1


@every_file
def test_opens_with_one_sentence_and_documents_what_is_public(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_guarded_before_anything_else(path: Path) -> None:
    first = next(
        node for node in ast.parse(path.read_text(encoding="utf-8")).body if not is_docstring_or_import(node)
    )
    assert ast.unparse(first) == f"ui.page('{path.stem}')"


def is_docstring_or_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def test_every_page_stands_in_the_table_of_access_and_has_its_words() -> None:
    names = {page.name for page in access.PAGES}
    assert names == {path.stem for path in PAGES}
    assert names == set(strings.section("pages", "ko")) == set(strings.section("page_questions", "ko"))


def test_every_query_is_asked_somewhere() -> None:
    asked = "\n".join(path.read_text(encoding="utf-8") for path in [*MODULES, *PAGES])
    not_questions = {"schema", "views", "metrics", "checks", "demo"}
    for folder in sql_files.ROOT.iterdir():
        for name in sql_files.names(folder.name) if folder.name not in not_questions else []:
            short = name.removesuffix(".sql")
            assert f'"{short}"' in asked or f'"{name}"' in asked, f"{name} is drawn nowhere"


def test_every_metric_is_used_by_a_query() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sql_files.ROOT.rglob("*.sql"))
    for name in queries.names("metrics"):
        assert text.count(f"{name.removeprefix('metrics/')}(") >= 2, name


def test_a_chart_has_the_name_of_its_query() -> None:
    for path in PAGES:
        for query, chart in re.findall(r'ui\.chart\(\s*"([^"]+)",\s*charts\.(\w+)', path.read_text("utf-8")):
            assert query.rpartition("/")[2] == chart


@pytest.mark.parametrize("path", sorted(sql_files.ROOT.rglob("*.sql")), ids=lambda path: path.stem)
def test_a_query_fits_on_a_screen(path: Path) -> None:
    lines = [
        line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("--")
    ]
    assert len(lines) <= 40 or path.parent.name == "schema"
