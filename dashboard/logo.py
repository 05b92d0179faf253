"""The logo of the office, from the file that DASHBOARD_LOGO names."""

import functools
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
# What XML lets stand before the element of an SVG. It is shown as a picture, in which no script runs.
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>|\s)*<svg[\s>]", re.DOTALL)


@dataclass(frozen=True)
class Logo:
    """A picture that browsers can show, and a mark of what is in it."""

    content: bytes
    media_type: str

    @property
    def digest(self) -> str:
        """By which one logo is told from the next under the same address."""
        return hashlib.sha256(self.content).hexdigest()[:20]


@functools.cache
def read_logo() -> Logo | None:
    """The logo as it stood when it was first asked for; None where there is none that can be shown."""
    path = os.environ.get("DASHBOARD_LOGO", "").strip()
    return _read(Path(path)) if path else None


def is_unusable() -> bool:
    """Whether a logo is asked for that cannot be shown."""
    return bool(os.environ.get("DASHBOARD_LOGO", "").strip()) and read_logo() is None


def _read(path: Path) -> Logo | None:
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    if content.startswith(_PNG):
        return Logo(content, "image/png")
    text = content.removeprefix(b"\xef\xbb\xbf")
    return Logo(text, "image/svg+xml") if _SVG.match(text) else None
