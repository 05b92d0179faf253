"""Streamlit's own files and ours: rewritten and compressed once, then served from memory."""

import asyncio
import functools
import gzip
import hashlib
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import URL, Headers
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.streamlit_bundles import PAGE, STREAMLIT, rewrite

OURS = Path(__file__).resolve().parents[2] / "static"

FOLDERS = {"/static/": STREAMLIT / "static", "/app/static/": OURS}
TEXT = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml"}
MEDIA_TYPES = {**TEXT, ".gif": "image/gif", ".png": "image/png", ".woff2": "font/woff2"}

# Bundles above this many bytes draw what this dashboard does not show, such as maps, diagrams and Streamlit's
# own Plotly: compressed when somebody asks, not at start.
RARE = 1_000_000


@dataclass(frozen=True)
class Asset:
    """One file, ready to send. Text is kept as gzip, and unpacked for the rare client that cannot."""

    content: bytes
    is_text: bool
    media_type: str
    cache_control: str
    etag: str

    def answer(self, request: Headers) -> Response:
        """The whole file, or 304 when the client has this very one."""
        packed = self.is_text and "gzip" in request.get("accept-encoding", "")
        etag = f'"{self.etag}-gzip"' if packed else f'"{self.etag}"'
        headers = {"Cache-Control": self.cache_control, "ETag": etag, "Vary": "Accept-Encoding"}
        if etag in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if packed:
            headers["Content-Encoding"] = "gzip"
        content = gzip.decompress(self.content) if self.is_text and not packed else self.content
        return Response(content, headers=headers, media_type=self.media_type)


@functools.cache
def files() -> dict[str, Path]:
    """Every file served from memory, by its address; read once, so a new file needs a restart."""
    return {"/": PAGE} | {
        address + path.relative_to(folder).as_posix(): path
        for address, folder in FOLDERS.items()
        for path in folder.rglob("*")
        if path.suffix in MEDIA_TYPES
    }


def prepare(path: Path) -> Asset:
    """Read, rewrite and compress one file."""
    shipped = path.read_bytes()
    content = shipped if path.is_relative_to(OURS) else rewrite(path, shipped)
    # A name of Streamlit's holds a hash of what it ships: true for ever, unless we changed that.
    lasting = content is shipped and path.is_relative_to(STREAMLIT)
    cache_control = "public, max-age=31536000, immutable" if lasting else "no-cache"
    etag = hashlib.sha256(content).hexdigest()[:20]
    is_text = path.suffix in TEXT
    packed = gzip.compress(content, compresslevel=9, mtime=0) if is_text else content
    return Asset(packed, is_text, MEDIA_TYPES[path.suffix], cache_control, etag)


_preparing = ThreadPoolExecutor(2, thread_name_prefix="assets")
_prepared: dict[str, Future[Asset]] = {}
_lock = threading.Lock()


def asset(address: str) -> Future[Asset]:
    """The file at an address, prepared once however many ask for it at the same time."""
    with _lock:
        if address not in _prepared:
            _prepared[address] = _preparing.submit(prepare, files()[address])
        return _prepared[address]


def warm() -> threading.Thread:
    """Prepare in the background, one after the other, what visitors are going to ask for."""

    def prepare_all() -> None:
        for address, path in files().items():
            if path.is_relative_to(OURS) or path.stat().st_size < RARE:
                try:
                    asset(address).result()
                except RuntimeError:  # the server was told to end before it was warm
                    return

    thread = threading.Thread(target=prepare_all, name="warm assets", daemon=True)
    thread.start()
    return thread


class Assets:
    """Middleware that answers for files() and pages; parts of files, uploads and sockets pass untouched."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        """`base` is the path that all addresses begin with, such as `/council`; nothing is outside it."""
        self.app = app
        self.base = base
        self.their_page = FileResponse(PAGE, stat_result=PAGE.stat()).headers["etag"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        whole = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        if not whole or "range" in Headers(scope=scope):
            await self.app(scope, receive, send)
        elif self.inside(scope) in files():
            await self.serve(self.inside(scope), scope, receive, send)
        else:
            await self.pass_on(scope, receive, send)

    def inside(self, scope: Scope) -> str:
        """The address without the path that all begin with; empty for one outside it."""
        path: str = scope["path"]
        return path.removeprefix(self.base) if path.startswith(f"{self.base}/") else ""

    async def serve(self, address: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file."""
        ready = await asyncio.shield(asyncio.wrap_future(asset(address)))
        await ready.answer(Headers(scope=scope))(scope, receive, send)

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, but with our page where it sends Streamlit's, as for every page."""
        replaced = False

        async def send_or_replace(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                replaced = Headers(raw=message["headers"]).get("etag") == self.their_page
                if (
                    replaced and self.inside(scope).count("/") > 1
                ):  # our page finds its files only from the top
                    top = URL(scope=scope).replace(path=f"{self.base}/{self.inside(scope).split('/')[1]}")
                    await RedirectResponse(top)(scope, receive, send)
                elif replaced:
                    await self.serve("/", scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(scope, receive, send_or_replace)
