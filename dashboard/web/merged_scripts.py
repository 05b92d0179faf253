"""Streamlit's scripts that every page needs, merged into one: some eighty requests fewer for a first visit.

`make bundle` merges them with esbuild, at development time only. All other scripts of Streamlit stay as they
are, and take from the merged one what they took from those that are in it, so that nothing is there twice.
"""

import functools
import hashlib
import importlib.metadata
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.web.streamlit_bundles import SCRIPTS, STREAMLIT, WORDS_FILE, rewrite

FOLDER = Path(__file__).with_name("merged")
MANIFEST = FOLDER / "manifest.json"
SHIPPED = STREAMLIT / "static" / "js"

_IMPORT = re.compile(r'(?P<word>import|export)\{(?P<names>[^{}]*)\}from"\./(?P<script>[\w.-]+\.js)"')
_SCRIPT = re.compile(r'(?P<quote>["`])\./(?P<script>[\w.-]+\.js)(?P=quote)')
_START = re.compile(r'(<script type="module" crossorigin src="\./static/js/)[\w.-]+\.js(")')
_PRELOAD = re.compile(r'\s*<link rel="modulepreload" crossorigin href="\./static/js/([\w.-]+\.js)">')


@dataclass(frozen=True)
class Merged:
    """One script: its digest, and under which name it hands out what each script in it handed out."""

    digest: str
    names: Mapping[str, Mapping[str, str]]

    @property
    def file(self) -> str:
        """Its name, which is another one as soon as anything in it is."""
        return f"streamlit.{self.digest}.js"


@functools.cache
def merged() -> Merged | None:
    """The merged script, if it was made of the Streamlit that is installed and of the words of now."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    if manifest["made_of"] != made_of():
        logging.getLogger(__name__).warning("Streamlit's scripts are served one by one: see `make bundle`.")
        return None
    return Merged(manifest["digest"], manifest["names"])


def made_of() -> dict[str, str]:
    """The version of Streamlit, and the digest of what is changed in its scripts."""
    changes = WORDS_FILE.read_bytes() + repr(SCRIPTS).encode()
    return {
        "streamlit": importlib.metadata.version("streamlit"),
        "changes": hashlib.sha256(changes).hexdigest(),
    }


def link_page(page: str, whole: Merged) -> str:
    """Streamlit's page, which asks for the merged script in place of those that are in it."""
    page = _START.sub(rf"\g<1>{whole.file}\g<2>", page)
    return _PRELOAD.sub(lambda link: "" if link[1] in whole.names else link[0], page)


def link_script(script: str, whole: Merged) -> str:
    """One of the other scripts, which takes from the merged one what it took from those that are in it."""

    def take(found: re.Match[str]) -> str:
        names = whole.names.get(found["script"])
        if names is None:
            return found[0]
        parts = (part.strip().partition(" as ") for part in found["names"].split(",") if part.strip())
        taken = ",".join(f"{names[name]} as {own or name}" for name, _, own in parts)
        return f'{found["word"]}{{{taken}}}from"./{whole.file}"'

    return link_addresses(_IMPORT.sub(take, script), whole)


def link_addresses(script: str, whole: Merged) -> str:
    """A script with the addresses of others as they are served: with the digest, so that they last."""

    def address(found: re.Match[str]) -> str:
        name = found["script"]
        if name in whole.names:
            name = whole.file
        elif name != whole.file and (SHIPPED / name).exists():
            name = f"{name}?v={whole.digest}"
        return f"{found['quote']}./{name}{found['quote']}"

    return _SCRIPT.sub(address, script)


def rewrite_script(path: Path) -> str:
    """The text of a script as the merged one and all others hold it: in both languages."""
    return rewrite(path, path.read_bytes()).decode()
