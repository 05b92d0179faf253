"""How many files and sockets this process may hold: as many as the machine allows it."""

import sys

from dashboard import strings

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

# Of each viewer: a socket for the page, one for live updates, and three of Streamlit's loop for its script.
EACH_VIEWER = 5
VIEWERS = 200
_OURS = 100
_ENOUGH = 65_536  # some systems have limits so high that tools which close them all never end


def raise_limit() -> None:
    """Raise the limit of open files as far as it goes, and say so when it is too low for a hall."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    wanted = _ENOUGH if hard == unlimited else min(hard, _ENOUGH)
    if soft != unlimited and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    if soft != unlimited and soft < VIEWERS * EACH_VIEWER + _OURS:
        viewers = max(0, (soft - _OURS) // EACH_VIEWER)
        print(
            strings.words("staff.few_files", "en", limit=soft, viewers=viewers), file=sys.stderr, flush=True
        )
