"""The house stands as it is drawn: who may import whom, how long a room may be, who guards a page."""

import ast
import graphlib
import importlib
import importlib.util
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from for_each import for_each

from dashboard import access, queries, sql_files, strings

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCRIPTS = [ROOT / "app.py", ROOT / "frame.py"]

# Which rooms a room may look into, besides itself; a room is a folder or a module of dashboard/.
FOUNDATION = {
    "sql_files",
    "calendar",
    "coverage",
    "database",
    "database_errors",
    "database_file",
    "filters",
    "particles",
    "plurals",
    "queries",
    "strings",
}
SERVED = "current_database"
UPLOADS = {"uploads", "uploads.read", "uploads.write", "uploads.office", "uploads.batch"}
MAY_IMPORT: dict[str, set[str]] = {
    "plurals": set(),
    "strings": {"plurals"},
    "access": set(),
    "logo": set(),
    "lazy_pandas": set(),
    "states": set(),
    "particles": set(),
    "cache": set(),
    "sql_files": set(),
    "transaction": set(),
    "database_errors": set(),
    "calendar": {"sql_files"},
    "clock_tables": {"sql_files", "transaction"},
    "database_file": {"database_errors"},
    "workspace": set(),
    "filters": {"calendar"},
    "schema": {"sql_files", "calendar", "database_errors"},
    "connection": {"database_errors", "database_file", "schema", "transaction"},
    "database": {
        "connection",
        "calendar",
        "cache",
        "clock_tables",
        "database_errors",
        "database_file",
        "schema",
        "workspace",
    },
    SERVED: {"database"},
    "letter_weights": {"database"},
    "queries": {"sql_files", "database", "filters", "letter_weights"},
    "coverage": {"queries", "database"},
    "naming": {"charts", "coverage", "queries", "database", "strings"},
    "figures": {"charts", "queries", "database", "filters", "states", "strings"},
    "change_feed": {"charts", "calendar", "coverage", "queries", "database", "strings"},
    "calendar_feed": {"queries", "coverage", "database", "filters", "strings"},
    "ask": {"access", "states", "strings", "uploads"},
    "published": {"naming", "access", "charts", "states", "uploads", *FOUNDATION},
    "demo": {"sql_files"},
    "charts": {"particles", "plurals", "states"},
    "slides": {
        "charts",
        "coverage",
        "queries",
        "database",
        "filters",
        "plurals",
        "states",
        "strings",
        "sql_files",
    },
    "uploads.read": {"uploads", *FOUNDATION},
    "uploads.write": {"uploads", "uploads.read", *FOUNDATION},
    "uploads.office": {"uploads", "uploads.read", *FOUNDATION},
    "uploads.batch": {"uploads", "uploads.read", "uploads.office", "uploads.write", *FOUNDATION},
    "uploads": UPLOADS | FOUNDATION,
    "web": {
        SERVED,
        "access",
        "calendar_feed",
        "change_feed",
        "charts",
        "logo",
        "naming",
        "published",
        "slides",
        "uploads",
        *FOUNDATION,
    },
    "ui": {
        SERVED,
        "ui.upload",
        "ui.story",
        "web",
        "naming",
        "published",
        "slides",
        "charts",
        "access",
        "ask",
        "lazy_pandas",
        "logo",
        "states",
        "uploads",
        *FOUNDATION,
    },
    "ui.story": {"ui", "access", *FOUNDATION},
    "ui.upload": {"ui", "web", "charts", "access", "lazy_pandas", "uploads", *FOUNDATION},
    "cli": {SERVED, "charts", "demo", "figures", *UPLOADS, *FOUNDATION},
    "__main__": {"cli", "lazy_pandas"},
    "pages": {"ui", "charts"},
    "frame": {"ui"},
    "app": {SERVED, "lazy_pandas", "web", "ui"},
}
ROOMS = sorted((path.parent for path in MODULES if path.name == "__init__.py"), key=str)


def room(path: Path) -> str:
    inside = path.relative_to(ROOT)
    if inside.parts[0] == "pages":
        return "pages"
    if inside.parts[0] != "dashboard":
        return inside.stem
    return ".".join(inside.parts[1:-1]) or inside.stem


def room_of(name: str) -> str:
    """The room of what is imported: the longest folder that its dotted name begins with, or the module."""
    parts = name.split(".")[1:]
    for length in range(len(parts), 0, -1):
        if ROOT.joinpath("dashboard", *parts[:length], "__init__.py").exists():
            return ".".join(parts[:length])
    return parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


every_file = for_each([*MODULES, *PAGES, *SCRIPTS], lambda path: path.relative_to(ROOT).as_posix())


@every_file
def test_looks_only_into_rooms_it_may(path: Path) -> None:
    if path == ROOT / "dashboard" / "__init__.py":
        return
    rooms = {room_of(name) for name in imported(path) if name.startswith("dashboard.")}
    assert rooms - {room(path)} <= MAY_IMPORT[room(path)]


def test_no_module_imports_itself_by_a_detour() -> None:
    """What a room hands out in its `__init__` is for other rooms: within it the modules are named."""
    graph = {module(path): imported_modules(path) for path in MODULES if path.name != "__init__.py"}
    list(graphlib.TopologicalSorter(graph).static_order())


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imported_modules(path: Path) -> set[str]:
    known = {module(other) for other in MODULES}
    names = (name for name in imported(path) if name.startswith("dashboard."))
    return {name if name in known else name.rpartition(".")[0] for name in names}


@pytest.mark.parametrize("folder", ROOMS, ids=lambda path: path.name)
def test_a_room_says_in_one_sentence_what_it_holds(folder: Path) -> None:
    sentence = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_modules_are_short() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert statistics.median(lengths) <= 90


@every_file
def test_knows_streamlit_only_where_it_may(path: Path) -> None:
    knows = any(name.split(".")[0] == "streamlit" for name in imported(path))
    assert not knows or room(path) in {"ui", "ui.story", "ui.upload", "app", "frame"}


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


@for_each(sorted(sql_files.ROOT.rglob("*.sql")), lambda path: path.stem)
def test_a_query_fits_on_a_screen(path: Path) -> None:
    lines = [
        line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("--")
    ]
    assert len(lines) <= 40 or path.parent.name == "schema"


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.stem)
def test_a_benchmark_finds_what_it_imports(path: Path) -> None:
    """They run by hand only: a name that moved would be missed when somebody wants to measure."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] in ("dashboard", "benchmarks"):
            module = importlib.import_module(str(node.module))
            for alias in node.names:
                found = hasattr(module, alias.name) or importlib.util.find_spec(f"{node.module}.{alias.name}")
                assert found, f"{node.module}.{alias.name}"
