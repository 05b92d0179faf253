"""Merge those of Streamlit's scripts that every page needs into one, in dashboard/web/merged: `make bundle`.

Needs Node's npx, which brings esbuild; what runs the dashboard needs neither. To be done anew for another
version of Streamlit and after a change of dashboard/web/streamlit_words.toml; a test says so.
"""

import hashlib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import brotli

from dashboard.web.merged_scripts import (
    FOLDER,
    MANIFEST,
    SHIPPED,
    Merged,
    link_addresses,
    made_of,
    rewrite_script,
)
from dashboard.web.streamlit_bundles import bundle

ESBUILD = "esbuild@0.28.2"
# What Streamlit starts with, and the elements that stand on every page of the dashboard.
ENTRIES = ("index", "BidiComponent", "Button", "Html", "TextInput")
PLOTLY = Path(__file__).resolve().parents[1] / "static" / "plotly-basic.min.js"

_FROM = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_EXPORTS = re.compile(r"export\{([^{}]*)\}(?!from)")


def needed(scripts: dict[str, str]) -> list[str]:
    """The names of the entries and of all that they import, each after what it imports."""
    starts = [path.name for name in ENTRIES for path in SHIPPED.glob(f"{name}.*.js") if bundle(path) == name]
    found: list[str] = []

    def visit(name: str) -> None:
        if name not in scripts:
            scripts[name] = rewrite_script(SHIPPED / name)
            for imported in _FROM.findall(scripts[name]):
                visit(imported)
            found.append(name)

    for name in starts:
        visit(name)
    return found


def names_of(scripts: dict[str, str], order: list[str]) -> dict[str, dict[str, str]]:
    """By script, what it exports and under which name the merged one does."""
    return {
        name: {
            exported: f"s{number}_{exported}"
            for group in _EXPORTS.findall(scripts[name])
            for exported in (part.split(" as ")[-1].strip() for part in group.split(",") if part.strip())
        }
        for number, name in enumerate(order)
    }


def entry_script(names: dict[str, dict[str, str]]) -> str:
    """What esbuild begins with: everything is run, and exported under a name of its own."""
    lines = []
    for script, exports in names.items():
        pairs = ", ".join(f"{own} as {other}" for own, other in exports.items())
        lines.append(f'export {{ {pairs} }} from "./{script}"' if pairs else f'import "./{script}"')
    return "\n".join(lines)


def merge(scripts: dict[str, str], names: dict[str, dict[str, str]], target: Path) -> None:
    """Write the one script; those that are not in it stay where they are."""
    others = [path.name for path in SHIPPED.glob("*.js") if path.name not in scripts]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in scripts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        (Path(folder) / "entry.js").write_text(entry_script(names), encoding="utf-8")
        command = [
            "npx",
            "--yes",
            ESBUILD,
            "entry.js",
            "--bundle",
            "--format=esm",
            "--minify",
            "--charset=utf8",
        ]
        command += ["--legal-comments=eof", f"--outfile={target}", "--log-level=warning"]
        subprocess.run([*command, *(f"--external:./{name}" for name in others)], cwd=folder, check=True)


def digest_of(texts: list[str]) -> str:
    """What tells this merged script, and all others as they are served beside it, from any other."""
    return hashlib.sha256("\n".join([json.dumps(made_of()), *texts]).encode()).hexdigest()[:12]


def compress(path: Path) -> None:
    """Put a Brotli file beside it, as browsers take it over HTTPS."""
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(path.read_bytes(), quality=11))


def main() -> None:
    """Merge, link, compress, and say what it was made of."""
    scripts: dict[str, str] = {}
    order = needed(scripts)
    digest = digest_of([scripts[name] for name in order])
    whole = Merged(digest, names_of(scripts, order))
    for old in FOLDER.glob("streamlit.*"):
        old.unlink()
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / whole.file
    merge(scripts, {name: dict(exports) for name, exports in whole.names.items()}, target)
    target.write_text(link_addresses(target.read_text(encoding="utf-8"), whole), encoding="utf-8")
    compress(target)
    compress(PLOTLY)
    manifest = {"made_of": made_of(), "digest": digest, "names": whole.names}
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(order)} scripts, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
