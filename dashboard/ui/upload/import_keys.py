"""Keys of the elements of an import, each its own whatever files and sheets are called."""

import hashlib


def widget_key(kind: str, *parts: str | None) -> str:
    """A key such as `answer_3f2a…`, the same for the same parts."""
    name = "\x1f".join(part or "" for part in parts)
    return f"{kind}_{hashlib.sha256(name.encode()).hexdigest()[:12]}"
