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

from dashboard.web import merged_scripts
from dashboard.web.streamlit_bundles import PAGE, STREAMLIT, rewrite

OURS = Path(__file__).resolve().parents[2] / "static"

FOLDERS = {"/static/": STREAMLIT / "static", "/app/static/": OURS}
TEXT = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml"}
MEDIA_TYPES = {**TEXT, ".gif": "image/gif", ".png": "image/png", ".woff2": "font/woff2"}

LASTING = "public, max-age=31536000, immutable"

# Bundles above this many bytes draw what this dashboard does not show, such as maps, diagrams and Streamlit's
# own Plotly: compressed when somebody asks, not at start.
RARE = 1_000_000


@dataclass(frozen=True)
class Asset:
    """One file, ready to send. Text is kept as gzip, and unpacked for the rare client that cannot.

    `brotli` is the same in Brotli, empty where nobody made it.
    """

    content: bytes
    is_text: bool
    media_type: str
    cache_control: str
    etag: str
    brotli: bytes = b""

    def answer(self, request: Headers, *, lasts: bool = False) -> Response:
        """The whole file, or 304 when the client has this one; `lasts` where its address says which it is."""
        coding = self._coding(request.get("accept-encoding", ""))
        etag = f'"{self.etag}-{coding}"' if coding else f'"{self.etag}"'
        cache_control = LASTING if lasts else self.cache_control
        headers = {"Cache-Control": cache_control, "ETag": etag, "Vary": "Accept-Encoding"}
        if etag in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if coding:
            headers["Content-Encoding"] = coding
        content = self.brotli if coding == "br" else self.content
        if self.is_text and not coding:
            content = gzip.decompress(self.content)
        return Response(content, headers=headers, media_type=self.media_type)

    def _coding(self, accepted: str) -> str:
        """How it is sent: browsers name Brotli over HTTPS only."""
        names = {name.split(";")[0].strip() for name in accepted.split(",")}
        if self.brotli and "br" in names:
            return "br"
        return "gzip" if self.is_text and "gzip" in names else ""


@functools.cache
def files() -> dict[str, Path]:
    """Every file served from memory, by its address; read once, so a new file needs a restart."""
    merged = merged_scripts.merged()
    ours = {f"/static/js/{merged.file}": merged_scripts.FOLDER / merged.file} if merged else {}
    return {"/": PAGE, **ours} | {
        address + path.relative_to(folder).as_posix(): path
        for address, folder in FOLDERS.items()
        for path in folder.rglob("*")
        if path.suffix in MEDIA_TYPES
    }


def prepare(path: Path) -> Asset:
    """Read, rewrite and compress one file."""
    shipped = path.read_bytes()
    content = _rewrite(path, shipped) if path.is_relative_to(STREAMLIT) else shipped
    # A name of Streamlit's holds a hash of what it ships: true for ever, unless we changed that.
    cache_control = LASTING if content is shipped and not path.is_relative_to(OURS) else "no-cache"
    etag = hashlib.sha256(content).hexdigest()[:20]
    is_text = path.suffix in TEXT
    packed = gzip.compress(content, compresslevel=9, mtime=0) if is_text else content
    smaller = path.with_name(f"{path.name}.br")
    brotli = smaller.read_bytes() if smaller.exists() else b""
    return Asset(packed, is_text, MEDIA_TYPES[path.suffix], cache_control, etag, brotli)


def _rewrite(path: Path, shipped: bytes) -> bytes:
    """One of Streamlit's files as it is served; the very same object where nothing is to be changed."""
    content, merged = rewrite(path, shipped), merged_scripts.merged()
    if merged is None or path.name in merged.names:
        return content
    if path == PAGE:
        return merged_scripts.link_page(content.decode(), merged).encode()
    if path.suffix == ".js":
        linked = merged_scripts.link_script(content.decode(), merged).encode()
        return content if linked == content else linked
    return content


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
            if not path.is_relative_to(STREAMLIT) or path.stat().st_size < RARE:
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
        merged = merged_scripts.merged()
        lasts = merged is not None and scope["query_string"] == f"v={merged.digest}".encode()
        await ready.answer(Headers(scope=scope), lasts=lasts)(scope, receive, send)

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
