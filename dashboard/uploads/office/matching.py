"""Which suggestions of a sheet are there already: sure by number or text, or a question, never a guess."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office.drafts import Draft, squeeze
from dashboard.uploads.office.held import Row
from dashboard.uploads.office.questions import NEW, Asked, Option, Question
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem, problem

# Of character pairs that two texts share: below ALIKE nobody is asked, AGREES is enough where numbers agree.
ALIKE, AGREES = 0.45, 0.75
_STRANGE = 0.4  # of another organisation: one number stands for two suggestions
_RAREST, _MOST_SHARING, _LOOKED_AT = 5, 40, 4  # pairs looked up, rows a pair may have, rows compared in full
_LONGEST = 300  # letters compared
_MOST_ASKED = 500

ByText = dict[tuple[str, str], list[Row]]  # by meeting and what is asked for


def match_suggestions(
    sheet: OfficeSheet, drafts: Sequence[Draft], held: Sequence[Row], asked: Asked
) -> list[Problem]:
    """Set `held` or `is_open` of every draft; a held row is one draft's only. A problem when the sheet and
    what is there are so much alike that nobody could answer all the questions.
    """
    claimed: set[str] = set()
    rest = [draft for draft in drafts if draft.same_as is None]
    by_id, by_text = {row["suggestion_id"]: row for row in held}, _by_text(held)
    rest = [draft for draft in rest if not _match_by_id(sheet, draft, by_id, by_text, claimed, asked)]
    rest = [draft for draft in rest if not _match_by_text(sheet, draft, by_text, claimed, asked)]
    rest = [draft for draft in rest if not _match_by_number(draft, by_id, claimed)]
    free = [row for row in held if row["suggestion_id"] not in claimed]
    if not rest or not free:
        return []
    return list(_ask_alike(sheet, [draft for draft in rest if not draft.is_open], free, claimed, asked))


def _claim(draft: Draft, row: Row, claimed: set[str]) -> bool:
    draft.held, draft.is_open = row, False
    claimed.add(row["suggestion_id"])
    return True


def _match_by_id(
    sheet: OfficeSheet, draft: Draft, by_id: dict[str, Row], by_text: ByText, claimed: set[str], asked: Asked
) -> bool:
    """The number it states; where quite another suggestion has it, the same words, or a person is asked."""
    row = by_id.get(draft.cells.get("suggestion_id", ""))
    if row is None or row["suggestion_id"] in claimed:
        return False
    if _is_strange(draft, row):
        same = [one for one in _same_text(draft, by_text, claimed) if _is_same_organization(draft, one)]
        if not same and _ask(sheet, draft, row, asked, code="same_id") != row["suggestion_id"]:
            return draft.is_open
        row = same[0] if same else row
    return _claim(draft, row, claimed)


def _is_strange(draft: Draft, row: Row) -> bool:
    is_same = fold(draft.proposer.organization) == fold(row["organization"])
    return not is_same and _likeness(draft, row) < _STRANGE


def _by_text(held: Iterable[Row]) -> ByText:
    found: ByText = defaultdict(list)
    for row in held:
        for text in {squeeze(row["title"]), squeeze(row["detail"])} - {""}:
            found[row["session_id"], text].append(row)
    return found


def _match_by_text(
    sheet: OfficeSheet, draft: Draft, by_text: ByText, claimed: set[str], asked: Asked
) -> bool:
    """The same words in the same meeting: sure when the same organisation said them."""
    same = _same_text(draft, by_text, claimed)
    if not same:
        return False
    stated = draft.cells.get("suggestion_id")
    if stated:
        return _settle(sheet, draft, same[0], claimed, asked, code="foreign_id")
    alike = [row for row in same if _is_same_organization(draft, row)]
    numbered = [row for row in alike if _has_number(row, draft.number)]
    if alike:
        return _claim(draft, (numbered or alike)[0], claimed)
    return _settle(sheet, draft, same[0], claimed, asked, code="match")


def _same_text(draft: Draft, by_text: ByText, claimed: set[str]) -> list[Row]:
    found: dict[str, Row] = {}
    for text in (draft.request.detail, draft.request.title):
        for row in by_text.get((draft.meeting.session_id, squeeze(text)), ()) if text else ():
            if row["suggestion_id"] not in claimed:
                found.setdefault(row["suggestion_id"], row)
    return list(found.values())


def _is_same_organization(draft: Draft, row: Row) -> bool:
    mine, other = fold(draft.proposer.organization), fold(row["organization"])
    return not mine or not other or mine in other or other in mine


def _has_number(row: Row, number: str) -> bool:
    return bool(number) and row["suggestion_id"] == f"{row['session_id']}-{number}"


def _match_by_number(draft: Draft, by_id: dict[str, Row], claimed: set[str]) -> bool:
    """The number that would be made for it is there, and the text agrees."""
    if draft.is_open or draft.cells.get("suggestion_id") or not draft.number:
        return False
    row = by_id.get(f"{draft.meeting.session_id}-{draft.number}")
    if row is None or row["suggestion_id"] in claimed or not _is_same_organization(draft, row):
        return False
    return _likeness(draft, row) >= AGREES and _claim(draft, row, claimed)


def _ask_alike(
    sheet: OfficeSheet, drafts: Sequence[Draft], free: Sequence[Row], claimed: set[str], asked: Asked
) -> Iterator[Problem]:
    """What is worded alike in the same meeting is asked about, up to a number that a person can answer."""
    index = _index(free)
    open_questions = 0
    for count, draft in enumerate(drafts):
        if open_questions == _MOST_ASKED:
            for other in drafts[count:]:
                other.is_open = True
            yield problem("too_many_alike", line=draft.line, count=_MOST_ASKED)
            return
        rows = [row for row in _candidates(draft, index) if row["suggestion_id"] not in claimed]
        likest = max(((_likeness(draft, row), row["suggestion_id"], row) for row in rows), default=None)
        if likest and likest[0] >= ALIKE:
            _settle(sheet, draft, likest[2], claimed, asked, code="match")
            open_questions += draft.is_open


Index = dict[tuple[str, str], list[Row]]


def _index(rows: Iterable[Row]) -> Index:
    """The rows of a meeting by the pairs of letters that they hold."""
    found: Index = defaultdict(list)
    for row in rows:
        for pair in _pairs(f"{row['title']} {row['detail']}"):
            found[row["session_id"], pair].append(row)
    return found


def _candidates(draft: Draft, index: Index) -> Iterator[Row]:
    """The rows that share most of the rarest pairs."""
    meeting = draft.meeting.session_id
    held = [index[meeting, pair] for pair in _pairs(draft.text) if (meeting, pair) in index]
    shared: Counter[str] = Counter()
    rows: dict[str, Row] = {}
    for those in sorted(held, key=len)[:_RAREST]:
        for row in those[:_MOST_SHARING]:
            shared[row["suggestion_id"]] += 1
            rows[row["suggestion_id"]] = row
    return (rows[name] for name, _ in shared.most_common(_LOOKED_AT))


def _pairs(text: str) -> set[str]:
    letters = squeeze(text[:_LONGEST])
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def _likeness(draft: Draft, row: Row) -> float:
    held = row["detail"] or row["title"]
    pairs = ((draft.text, held), (draft.request.title, row["title"]))
    return max(_overlap(_pairs(one), _pairs(other)) for one, other in pairs)


def _overlap(one: set[str], other: set[str]) -> float:
    """The share of common pairs (Dice), 0 to 1; of syllables, since endings make the letters of all alike."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _settle(
    sheet: OfficeSheet, draft: Draft, row: Row, claimed: set[str], asked: Asked, *, code: str
) -> bool:
    answer = _ask(sheet, draft, row, asked, code=code)
    return answer == row["suggestion_id"] and _claim(draft, row, claimed)


def _ask(sheet: OfficeSheet, draft: Draft, row: Row, asked: Asked, *, code: str) -> str | None:
    """The number of the row when a person says that it is the same, NEW when not; None while open."""
    place = f"{draft.line}-{draft.part}" if draft.part else str(draft.line)
    values = {
        "cell": sheet.place(draft.line, "content" if "content" in draft.cells else "title"),
        "value": draft.request.title,
        "hint": row["title"],
        "held": row["suggestion_id"],
        "stated": draft.cells.get("suggestion_id", ""),
    }
    options = (Option(row["suggestion_id"], "answers.same", values), Option(NEW, "answers.another", values))
    answer = asked.ask(Question(f"match:{place}", code, values, options), line=draft.line)
    draft.is_open = answer is None
    return answer
