"""The category that a title most likely belongs to, by the titles that are like it."""

from collections import defaultdict
from dataclasses import dataclass

from dashboard import sql_files
from dashboard.database import Database

# Who votes. On the public record, each title against the others, 15 of 26 are proposed as they are filed (the
# largest category has 6). Below this likeness titles share an ending, not a subject.
NEIGHBOURS = 5
LEAST_LIKENESS = 0.05

OTHER = "기타"


@dataclass(frozen=True)
class Proposal:
    """A category, and the title it was proposed for; `like` is the nearest title that says so.

    Without one nothing is like it: the category is then that for everything else, None where there is none.
    """

    title: str
    category: str | None
    like: str | None = None


def propose_category(database: Database, title: str) -> Proposal:
    """What the nearest titles are filed under, each voting with its likeness."""
    with database.cursor() as cursor:
        rows = cursor.execute(
            sql_files.text("uploads/similar_titles.sql"), {"title": title, "most": NEIGHBOURS}
        ).fetchall()
        known = {name for (name,) in cursor.execute("select category from categories").fetchall()}
    votes = defaultdict[str, float](float)
    nearest: dict[str, str] = {}
    for category, like, likeness in rows:
        if likeness >= LEAST_LIKENESS:
            votes[category] += likeness
            nearest.setdefault(category, like.strip())
    if not votes:
        return Proposal(title, OTHER if OTHER in known else None)
    chosen = max(votes, key=votes.__getitem__)
    return Proposal(title, chosen, nearest[chosen])
