"""How much is tested, who of two workers tests what, and the databases that tests work on."""

import asyncio
import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from worlds import FEW, MANY, Case, fill, random_as_of, random_world

from dashboard import calendar, uploads
from dashboard.database import Database

TODAY = datetime.date(2026, 6, 1)
AS_OF, SINCE = datetime.date(2026, 1, 9), datetime.date(2025, 12, 30)
SEED = Path(__file__).with_name("seed.sql")
COSTLY_WORLDS = 12
IMPORTED_WORLDS = (4, 200)
WORLDS_A_WORKER = 5  # that one worker looks at in a row


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="test everything in full; takes an hour or more")
    parser.addoption("--slow", action="store_true", help="test what costs most: in a browser, over processes")
    parser.addoption("--write-snapshots", action="store_true", help="write tests/snapshots anew")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: runs with --long only; another test finds its faults sooner")
    config.addinivalue_line("markers", "slow: as tests in a browser, runs with --slow or when it is named")
    config.addinivalue_line("markers", "core: of the tests in a browser, one that is not slow")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    seeds = MANY if metafunc.config.getoption("long") else FEW
    if "world_seed" in metafunc.fixturenames:
        metafunc.parametrize("world_seed", seeds, scope="session")
    if "costly_world_seed" in metafunc.fixturenames:  # a database for each test
        metafunc.parametrize("costly_world_seed", seeds if len(seeds) > len(FEW) else FEW[:COSTLY_WORLDS])
    if "imported_world_seed" in metafunc.fixturenames:  # two databases and several workbooks for each test
        few, many = IMPORTED_WORLDS
        metafunc.parametrize("imported_world_seed", seeds[: many if len(seeds) > len(FEW) else few])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is long, begin with what takes longest, and keep together what shares a fixture."""
    left_out = {item for item in items if is_left_out(item, config)}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: (item.path.parent.name not in ("browser", "uploads"), item.path.parent.name))
    if hasattr(config, "workerinput"):
        for item in items:
            item.add_marker(pytest.mark.xdist_group(group(item)))


def is_left_out(item: pytest.Item, config: pytest.Config) -> bool:
    """What is long runs with --long only; what is slow with --slow, which runs nothing else, or by name."""
    if config.getoption("long"):
        return False
    in_browser = item.path.parent.name == "browser" and not item.get_closest_marker("core")
    is_slow = in_browser or item.get_closest_marker("slow") is not None
    named = {Path(argument.partition("::")[0]).name for argument in config.args}
    if named & {item.path.name, item.path.parent.name} - {"tests"}:
        return item.get_closest_marker("long") is not None
    return item.get_closest_marker("long") is not None or is_slow is not config.getoption("slow")


def group(item: pytest.Item) -> str:
    """What one worker tests in one go: a module, what shares its servers, or a few random worlds."""
    parameters = (
        item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    )
    if "world_seed" in parameters:
        return f"worlds {parameters['world_seed'] // WORLDS_A_WORKER}"
    if "serve" in getattr(item, "fixturenames", ()):
        return "servers that nobody changes"
    return f"{item.path.parent.name} {item.path.stem}"


@pytest.fixture(scope="session")
def thorough(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for many examples of the same kind."""
    return bool(request.config.getoption("long"))


@pytest.fixture(autouse=True)
def loop_of_its_own(request: pytest.FixtureRequest) -> Iterator[None]:
    """The driver of a browser keeps an event loop running: tests without a browser may start another."""
    running = asyncio._get_running_loop()
    if running is None or "browser" in request.fixturenames:
        yield
    else:
        asyncio._set_running_loop(None)
        yield
        asyncio._set_running_loop(running)


@pytest.fixture
def empty_database() -> Iterator[Database]:
    """A database in memory without any meeting; the calendar is that of June 2026."""
    database = Database(None, today=TODAY)
    yield database
    database.close()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """The small world of seed.sql."""
    plant(empty_database)
    return empty_database


@pytest.fixture(scope="session")
def small_world() -> Iterator[Database]:
    """The small world of seed.sql, for all tests that only ask."""
    database = Database(None, today=TODAY)
    plant(database)
    yield database
    database.close()


def plant(database: Database) -> None:
    """Put the rows of seed.sql into an empty database."""
    with database.writing() as cursor:
        cursor.execute(SEED.read_text(encoding="utf-8"))
        calendar.refresh(cursor)


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the public record, as the first start leaves it, to be copied."""
    path = tmp_path_factory.mktemp("record") / "record.duckdb"
    database = Database(path, today=TODAY)
    uploads.first_load(database)
    database.close()
    return path


@pytest.fixture
def copy_record(record_file: Path) -> Callable[[Path], Path]:
    """Put a copy of the public record, which nobody else changes, where it is wanted."""
    return lambda path: Path(shutil.copy(record_file, path))


@pytest.fixture(scope="session")
def case(world_seed: int) -> Iterator[Case]:
    """A random world, as rows and in a database that nobody changes, and a day to look at it."""
    world = random_world(world_seed)
    database = Database(None, today=TODAY)
    fill(database, world)
    yield Case(world, database, random_as_of(world, world_seed))
    database.close()


@pytest.fixture
def everything() -> dict[str, object]:
    """The parameters of every query, with nothing filtered, on the day of seed.sql."""
    names = (
        "series",
        "sessions",
        "categories",
        "departments",
        "states",
        "decisions",
        "organization_types",
        "bands",
        "months",
        "promise_states",
        "promise_ages",
        "letters",
    )
    lists: dict[str, object] = {name: [] for name in names}
    return lists | {
        "as_of": AS_OF,
        "since": SINCE,
        "search": "",
        "ascending": "",
        "descending": "",
        "first": 0,
        "size": 20,
        "suggestion_id": "N2",
        "suggestions": ["N2", "N4", "N7"],
        "meeting": "S3",
        "is_staff": False,
    }
