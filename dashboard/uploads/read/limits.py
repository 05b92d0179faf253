"""How much of a file is read, so that none stops the server: every refusal names its limit and a remedy."""

import math
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

MOST_COLUMNS = 200  # a table has twenty; every heading beyond them is a question to a person
LONGEST_HEADING = 200  # letters
MOST_ROWS = 1_048_576  # as many as a sheet of Excel
MOST_CELLS = 3_000_000  # of a sheet
MOST_UNPACKED = 400_000_000  # bytes of a part of a workbook
MOST_TIMES_PACKED = 200  # how much larger a part may be than it is packed; sheets are 5 to 60 times larger
SMALL_UNPACKED = 20_000_000  # bytes below which no ratio matters
LONGEST_CELL = 1_000_000  # letters; Excel writes 32,767
MOST_PROCESSOR_SECONDS = 25  # for one answer
MOST_REQUESTS = 2  # that one process answers: what is in a file, and what its first sheet holds
MOST_SECONDS = 120.0  # on a busy machine; where the processor's time cannot be bounded, the only limit
MOST_MEMORY = 320_000_000  # bytes on top of the interpreter


class Exceeded(Exception):
    """A file goes beyond a limit; `code` is a key of [problems], `values` are put into its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def refuse_headings(headings: Sequence[str]) -> None:
    """Raises Exceeded for more headings, or a longer one, than a table can have."""
    if len(headings) > MOST_COLUMNS:
        raise Exceeded("too_many_headings", count=len(headings), most=MOST_COLUMNS)
    for position, heading in enumerate(headings, start=1):
        if len(heading) > LONGEST_HEADING:
            raise Exceeded("heading_too_long", position=position, value=heading, most=LONGEST_HEADING)


def limit_process() -> None:
    """Bound the memory of this process and all its processor time, and let others go first.

    Windows has no such limits: there only the time is bounded, by who started the process.
    """
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = _spent() + MOST_REQUESTS * MOST_PROCESSOR_SECONDS + 2  # the first limit says why
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    status = Path("/proc/self/statm")
    if status.exists():  # memory that is mapped already, such as libraries, does not count
        mapped = int(status.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + MOST_MEMORY, mapped + MOST_MEMORY))


def limit_answer() -> None:
    """Bound the processor time of the next answer, within that of the process."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(_spent() + MOST_PROCESSOR_SECONDS, most), most))


def _spent() -> int:
    """Processor time of this process so far, in whole seconds."""
    return math.ceil(time.process_time())
