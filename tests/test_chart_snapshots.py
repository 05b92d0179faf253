"""Every chart of the small world and of the awkward cases is, in both languages, what was written down."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chart_functions
import pytest
from chart_rows import HAND_MADE
from figure_text import write_figure

from dashboard import queries, strings
from dashboard.charts import style
from dashboard.database import Database
from dashboard.states import STATES

SNAPSHOTS = Path(__file__).with_name("snapshots") / "charts"


def write_chart(chart: str, small_world: queries.Rows) -> Iterator[str]:
    """The small world in both languages; the awkward cases in Korean, with their sentence in English."""
    for language in strings.LANGUAGES:
        yield f"=== small world · {language}"
        yield write_figure(chart_functions.build(chart, small_world, language))
    for case, rows in HAND_MADE.get(chart, {}).items():
        yield f"=== {case}"
        yield chart_functions.build(chart, rows, "en")["layout"]["meta"]["sentence"]
        yield write_figure(chart_functions.build(chart, rows, "ko"))


def compare(text: str, path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--write-snapshots"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("chart", chart_functions.NAMES)
def test_draws_what_was_written_down(
    small_world: Database, everything: dict[str, Any], chart: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --write-snapshots` writes the figures anew; read the difference before committing it."""
    query = chart_functions.find_query(chart)
    assert query, f"queries/<page>/{chart}.sql"
    rows = queries.answer(small_world, query, **everything)
    compare("\n".join(write_chart(chart, rows)), SNAPSHOTS / f"{chart}.txt", request)


def test_the_look_of_all_charts_is_what_was_written_down(request: pytest.FixtureRequest) -> None:
    look = {
        "constants": {
            name: value for name, value in vars(style).items() if name.isupper() and name != "DARK"
        },
        "dark": style.DARK,
        "markers": {state: style.marker(state) for state in STATES},
        "plain marker": style.plain_marker(),
        "layout": style.layout(height=100, sentence="", legend=True),
        "axis of counts": style.count_axis(100),
        "axis of few counts": style.count_axis(3),
        "axis of names": style.name_axis(["0"], ["이름"]),
    }
    text = json.dumps(look, ensure_ascii=False, indent=1) + "\n"
    compare(text, SNAPSHOTS / "style.txt", request)
