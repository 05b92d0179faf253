"""How much of what staff send stays in memory: the file that a page shows, and others for a few minutes."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import strings
from dashboard.web.staff_only import UPLOAD_ADDRESS

LARGEST = 50 * 1024 * 1024  # as server.maxUploadSize in .streamlit/config.toml
EACH_SESSION = 2 * LARGEST
ALL_SESSIONS = 8 * LARGEST
UNCHOSEN_SECONDS = 300.0

Remove = Callable[[str, str], None]


@dataclass
class _File:
    session: str
    size: int
    put_at: float
    is_chosen: bool = False


class KeptFiles:
    """What Streamlit keeps of files, by their ids; `remove` takes one from its memory, by session and id."""

    def __init__(self) -> None:
        self.files: dict[str, _File] = {}
        self.remove: Remove = lambda session, file_id: None

    def make_room(self, session: str, file_id: str, size: int) -> bool:
        """Keep room for a file on its way in; whether there is room, once unchosen ones had to go for it."""
        self.files.pop(file_id, None)
        for unchosen in [name for name, file in self.files.items() if not file.is_chosen]:
            if self._fits(session, size):
                break
            if self._sum(session) + size > EACH_SESSION and self.files[unchosen].session != session:
                continue
            self.drop(unchosen)
        if not self._fits(session, size):
            return False
        self.files[file_id] = _File(session, size, time.monotonic())
        return True

    def _fits(self, session: str, size: int) -> bool:
        return self._sum(session) + size <= EACH_SESSION and self._sum() + size <= ALL_SESSIONS

    def _sum(self, session: str | None = None) -> int:
        return sum(file.size for file in self.files.values() if session in (None, file.session))

    def choose(self, *file_ids: str) -> None:
        """A page shows these files: no other of its session is needed any more."""
        sessions = {self.files[file_id].session for file_id in file_ids if file_id in self.files}
        for file_id, file in self.files.items():
            if file.session in sessions:
                file.is_chosen = file_id in file_ids

    def drop(self, file_id: str) -> None:
        """Let go of a file, here and in Streamlit's memory."""
        if file := self.files.pop(file_id, None):
            self.remove(file.session, file_id)

    def drop_orphans(self, now: float) -> None:
        """Let go of what was put long ago and is shown on no page."""
        for file_id, file in list(self.files.items()):
            if not file.is_chosen and now - file.put_at > UNCHOSEN_SECONDS:
                self.drop(file_id)

    def forget_session(self, session: str) -> None:
        """A session has ended, and Streamlit has let go of its files."""
        self.files = {name: file for name, file in self.files.items() if file.session != session}


kept = KeptFiles()


class UploadLimits:
    """Middleware that takes a file only where there is room for it; staff only come as far as here."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or UPLOAD_ADDRESS not in scope["path"] or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session, file_id = scope["path"].split("/")[-2:]
        said = Headers(scope=scope).get("content-length", "")
        size = int(said) if said.isascii() and said.isdigit() else LARGEST
        if not kept.make_room(session, file_id, size):
            sentence = strings.words("staff.no_room", "ko")
            await PlainTextResponse(sentence, status_code=413)(scope, receive, send)
            return
        taken = False

        async def send_and_note(message: Message) -> None:
            nonlocal taken
            if message["type"] == "http.response.start":
                taken = message["status"] < 300
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            if not taken:
                kept.files.pop(file_id, None)
