"""What viewers who have left still hold: Streamlit keeps their sessions a while, and their files longer."""

import asyncio
import contextlib
import logging
import time

from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from dashboard.web.upload_limits import kept

LOOKING_SECONDS = 2.0
KEPT_SECONDS = 110.0  # just less than Streamlit, which lets go of a session without ending it

_SAID_AT_RETURN = "The session-owned script event loop is closed"


class LeftSessions:
    """The sessions whose viewers have left, and since when."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[float, AppSession]] = {}

    def tidy(self, now: float) -> None:
        """Give back the three descriptors of each, and end those that nobody came back to.

        Whoever comes back within the time finds everything; Streamlit then makes the three anew.
        """
        instance = runtime.get_instance()
        known = {info.session.id: info for info in instance._session_mgr.list_sessions()}
        here = {name for name, info in known.items() if info.client is not None}
        for name in here & self._left.keys():
            del self._left[name]
        for name in known.keys() - here:
            self._left.setdefault(name, (now, known[name].session))
            _close_loop(known[name].session)
        for name, (since, session) in list(self._left.items()):
            if name not in known or now - since > KEPT_SECONDS:
                instance.close_session(name)
                session.shutdown()
                kept.forget_session(name)
                del self._left[name]


def _close_loop(session: AppSession) -> None:
    loop = session._script_event_loop
    if session._scriptrunner is None and not loop.is_running():
        loop.close()


async def tidy_left_sessions() -> None:
    """Look after them while the server runs."""
    logging.getLogger("streamlit.runtime.app_session").addFilter(
        lambda record: not record.getMessage().startswith(_SAID_AT_RETURN)
    )
    left = LeftSessions()
    kept.remove = _remove_file
    while True:
        await asyncio.sleep(LOOKING_SECONDS)
        with contextlib.suppress(RuntimeError):  # the server is being stopped
            left.tidy(time.monotonic())
            kept.drop_orphans(time.monotonic())


def _remove_file(session: str, file_id: str) -> None:
    files = runtime.get_instance().uploaded_file_mgr
    if isinstance(files, MemoryUploadedFileManager):
        files.remove_file(session, file_id)
