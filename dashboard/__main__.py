"""`python -m dashboard COMMAND`: the command line."""

import signal
import sys

from dashboard.cli import main

if __name__ == "__main__":
    # So that what a command holds, such as its workspace, is let go of when it is told to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
