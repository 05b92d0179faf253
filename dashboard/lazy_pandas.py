"""pandas, imported when a table is drawn with it and not before.

DuckDB imports pandas, and with it NumPy and PyArrow, with the first value that it is given: 80 MB and a
quarter of a second that a command has no use for, nor a server most of whose pages need none.
"""

import importlib
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_LOCK = threading.Lock()


def postpone() -> None:
    """Let nobody import pandas until `data_frame` is called; one that is there already stays."""
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]


def data_frame(rows: list[dict[str, Any]]) -> "pd.DataFrame":
    """A data frame of rows, one dict a row; from now on pandas is there for everybody."""
    with _LOCK:
        if sys.modules.get("pandas", ...) is None:
            del sys.modules["pandas"]
    frame: pd.DataFrame = importlib.import_module("pandas").DataFrame(rows)
    return frame
