"""What one run of a page asks for again and again, remembered until the next run begins."""

import threading


class ThisRun(threading.local):
    """Streamlit gives every run a thread of its viewer's own. Each value is settled when a run begins.

    Asking the state of the session every time instead took a fifth of a run.
    """

    language: str = ""
    includes_replies: bool = True
    kept: dict[str, list[str]] | None = None
    written: dict[str, list[str]] | None = None
    described: str = ""
    described_today: str = ""
    said_of_page: str = ""


this_run = ThisRun()
