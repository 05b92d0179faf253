"""The category of each suggestion: a known word, or what a person says that an unknown one means."""

import duckdb

from dashboard.uploads import vocabulary
from dashboard.uploads.fuzzy_match import find_nearest, fold
from dashboard.uploads.office.questions import NEW, Asked, Option, Question

_OTHER = "기타"


class Categories:
    """Looks words up, and keeps those that a person adds: `added` with the line each was first met on."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, asked: Asked) -> None:
        self._known = vocabulary.categories(cursor)
        rows = cursor.execute("select category from categories order by sort, category").fetchall()
        self._all = [name for (name,) in rows]
        self._asked = asked
        self.added: dict[str, int] = {}

    def read(self, word: str, line: int) -> str | None:
        """The category; None while a person is asked and nothing is proposed."""
        word = " ".join(word.split())
        found = self._known.get(word) or self._known.get(fold(word))
        if found:
            return found
        answer = self._asked.propose(self._question(word), line=line)
        if answer == NEW:
            self.added.setdefault(word, line)
            return word
        return answer

    def _question(self, word: str) -> Question:
        options = [Option(name, values={"value": name}) for name in self._all]
        if not word:
            proposal = _OTHER if _OTHER in self._all else None
            return Question("category:", "no_category", {}, tuple(options), proposal=proposal)
        nearest = find_nearest(word, self._known.items())
        options.append(Option(NEW, "answers.new_category", {"value": word}))
        return Question(f"category:{word}", "category", {"value": word}, tuple(options), proposal=nearest)
