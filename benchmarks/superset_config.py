"""Settings of the Superset that is measured: its tables in SQLite, answers kept in files for all workers."""

import os
from pathlib import Path

from superset.utils.log import StdOutEventLogger

_HOME = Path(os.environ["SUPERSET_HOME"])
_DAY_SECONDS = 24 * 60 * 60


def _kept(name: str) -> dict[str, object]:
    # 500 entries, the default, would be fewer than a run asks for.
    return {
        "CACHE_TYPE": "FileSystemCache",
        "CACHE_DIR": str(_HOME / name),
        "CACHE_DEFAULT_TIMEOUT": _DAY_SECONDS,
        "CACHE_THRESHOLD": 100_000,
    }


SQLALCHEMY_DATABASE_URI = f"sqlite:///{_HOME / 'superset.db'}?check_same_thread=false"
CACHE_CONFIG = _kept("cache")
DATA_CACHE_CONFIG = _kept("data_cache")
FILTER_STATE_CACHE_CONFIG = _kept("filter_state_cache")
EXPLORE_FORM_DATA_CACHE_CONFIG = _kept("form_data_cache")

# By default each chart asked for is written to its tables: in SQLite its workers would wait for one another.
EVENT_LOGGER = StdOutEventLogger()
RATELIMIT_ENABLED = False
FEATURE_FLAGS = {"ALERT_REPORTS": False, "THUMBNAILS": False}
