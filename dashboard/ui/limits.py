"""How much a box, or the address in its place, may ask for; what is more is cut and said."""

from dashboard.ui.notes import note

MOST_VALUES = 200  # of one filter
MOST_LETTERS = 1_000  # of one value
SEARCH_LETTERS = 100
SEARCH_WORDS = 20
_SHOWN_LETTERS = 60


def limit_values(key: str, values: list[str]) -> tuple[list[str], bool]:
    """The values of one key of the address as far as they go, and whether something was cut."""
    if key == "search":
        cut = [value if _fits(value) else _cut_search(value) for value in values[:1]]
    else:
        cut = [value[:MOST_LETTERS] for value in values[:MOST_VALUES]]
    return cut, cut != values


def say_cut(key: str) -> None:
    """What is not applied of that key."""
    if key == "search":
        note("filters.search_cut", letters=SEARCH_LETTERS, words=SEARCH_WORDS)
    else:
        note("filters.address_cut", values=MOST_VALUES, letters=f"{MOST_LETTERS:,}")


def limit_search(search: str) -> str:
    """The words of a search as far as they go."""
    if not _fits(search):
        say_cut("search")
    return _cut_search(search)


def _fits(search: str) -> bool:
    return len(search) <= SEARCH_LETTERS and len(search.split()) <= SEARCH_WORDS


def _cut_search(search: str) -> str:
    return " ".join(search[:SEARCH_LETTERS].split()[:SEARCH_WORDS])


def shorten(text: str) -> str:
    """A text of any length as a part of a sentence."""
    return text if len(text) <= _SHOWN_LETTERS else f"{text[: _SHOWN_LETTERS - 1]}…"
