"""`python -m dashboard COMMAND`: the command line."""

import os
import signal
import sys

from dashboard import lazy_pandas
from dashboard.cli import main

CLOSED_PIPE = 128 + signal.SIGPIPE if hasattr(signal, "SIGPIPE") else 141


def run() -> int:
    """Run a command; it ends in silence where nobody reads on, as in `figures | head -1`."""
    try:
        try:
            return main()
        finally:
            if sys.stdout:  # None where it was closed from the start
                sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE


if __name__ == "__main__":
    lazy_pandas.postpone()
    # So that what a command holds, such as its workspace, is let go of when it is told to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run())
