"""pandas comes with the first table drawn with it, not with the first value that DuckDB is given."""

import subprocess
import sys
from pathlib import Path

import pytest
from browser.served import ROOT, record, served_process, serving
from clients import tab

from dashboard import access


def test_duckdb_takes_values_without_pandas_and_a_table_brings_it() -> None:
    script = """
import sys
from dashboard import lazy_pandas
lazy_pandas.postpone()
import duckdb
from streamlit import dataframe_util
rows = duckdb.execute("select $1 as day, $2 as names", ["2026-03-31", ["a"]]).fetchall()
before = [name for name in ("pandas", "numpy", "pyarrow") if sys.modules.get(name)]
frame = lazy_pandas.data_frame([{"day": day, "names": names} for day, names in rows])
print(before, frame.shape, len(dataframe_util.convert_anything_to_arrow_bytes(frame)) > 0)
print(duckdb.execute("from frame").fetchall())
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["[] (1, 2) True", "[('2026-03-31', ['a'])]"]


@pytest.mark.slow
def test_pages_that_draw_no_such_table_are_served_without_it(tmp_path: Path) -> None:
    record(tmp_path / "a.duckdb")
    with serving(tmp_path / "a.duckdb", tmp_path / "log") as address:
        for page in access.PAGES:
            if page.role == "member":
                with tab(address, "" if page.name == "overview" else page.name) as opened:
                    opened.run()
        mapped = {Path(part.path).parts for part in served_process(address).memory_maps()}
    assert [parts for parts in mapped if "pandas" in parts or "pyarrow" in parts] == []
