"""How staff are known: a token in a file that only the server's user can read, exchanged for a cookie."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

COOKIE = "staff"

# Sign-ins that were ended while this server runs: pages of theirs that stand open are staff no more.
_signed_out: set[str] = set()


def token_path(database_path: Path) -> Path:
    """The file of the token stands beside the database: `<database>.staff-token`."""
    return database_path.with_name(f"{database_path.name}.staff-token")


def token(path: Path) -> str:
    """The token in the file, made when there is none; the file is of mode 600 whatever it was before.

    Raises OSError when the file can be neither read nor made.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        path.chmod(0o600)
    else:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
    return path.read_text(encoding="ascii").strip()


def is_token(offered: str, expected: str) -> bool:
    """Whether a visitor's token is the right one, compared in constant time."""
    return bool(expected) and hmac.compare_digest(offered.encode(), expected.encode())


def cookie_value(expected: str) -> str:
    """What the browser keeps, another for each sign-in.

    It proves that the token was known, and the token cannot be had from it.
    """
    sign_in = secrets.token_hex(8)
    return f"{sign_in}.{_proof(sign_in, expected)}"


def is_staff(cookies: Mapping[str, str], expected: str) -> bool:
    """Whether the cookies of a request are those of staff, compared in constant time."""
    sign_in, _, proof = cookies.get(COOKIE, "").partition(".")
    is_proven = hmac.compare_digest(proof.encode(), _proof(sign_in, expected).encode())
    return bool(expected) and is_proven and sign_in not in _signed_out


def sign_out(cookies: Mapping[str, str], expected: str) -> None:
    """End the sign-in of these cookies, wherever they are kept; those that prove nothing end none."""
    if is_staff(cookies, expected):
        _signed_out.add(cookies[COOKIE].partition(".")[0])


def _proof(sign_in: str, expected: str) -> str:
    return hmac.new(expected.encode(), f"staff cookie {sign_in}".encode(), hashlib.sha256).hexdigest()
