"""The replies of a sheet: which are there already, which are changed, which are new, and of which day."""

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office import statuses
from dashboard.uploads.office.cell_days import read_day
from dashboard.uploads.office.drafts import Draft
from dashboard.uploads.office.emptied import empties_progress, says_nothing
from dashboard.uploads.office.held import COLUMNS, Row
from dashboard.uploads.office.questions import LEAVE_OUT, Asked, Option, Question
from dashboard.uploads.office.reply import Replies, Reply
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.office.statuses import Status
from dashboard.uploads.problems import Problem

_GROUNDS = re.compile(r"(사유|한계) ?[:：] ?(.+?)(?= {0,3}(?:사유|한계) ?[:：]|\n|$)")
_STATED = {"reason": "reason", "limits": "limits", "next_step": "next_step", "responder": "responder"}
_STATED |= {"note": "note"}


class ReplyReader:
    """Reads one reply a row, and compares it with those that its suggestion has."""

    def __init__(
        self,
        sheet: OfficeSheet,
        held: Iterable[Row],
        asked: Asked,
        today: datetime.date,
        reported: Collection[str] = (),  # suggestions with reports of their own, which say how far they are
    ) -> None:
        self._sheet = sheet
        self._asked = asked
        self._today = today
        self._reported = reported
        self._held: dict[str, list[Row]] = defaultdict(list)
        self._ids: set[str] = set()
        self._taken: set[str] = set()  # held rows that a row of the sheet is
        for row in held:
            self._held[row["suggestion_id"]].append(row)
            self._ids.add(row["response_id"])

    def read(self, drafts: Sequence[Draft]) -> Replies:
        """The replies of these rows, in their order."""
        replies = Replies()
        for draft in drafts:
            found = self._read(draft) if draft.suggestion_id else None
            if isinstance(found, Reply):
                replies.found.append(found)
            elif found:
                replies.refused.append(found)
            elif says_nothing(self._sheet, draft.cells) and self._free(draft):
                replies.kept.append(draft.line)
        return replies

    def _read(self, draft: Draft) -> Reply | Problem | None:
        cells = draft.cells
        day = self._stated_day(draft)
        if isinstance(day, Problem):
            return day
        known = self._known_text(draft, cells.get("answer", ""), day)
        if known and "result" not in cells and "progress" not in cells:
            status = Status(True, known["kind"], known["decision"])
        else:
            status = statuses.read_status(self._sheet, draft.line, cells, self._asked)
        if not status.is_reply:
            return None
        answer = "\n".join(filter(None, (cells.get("answer", ""), status.text))) or status.word
        same = self._same(draft, status, answer, day)
        if same is None and day is None:
            day, source = self.day_of_sheet(draft.line)
        else:
            source = "column" if day else "held"
        if same is None and day is None:
            return None
        changed = same or self._on_day(draft, day if source == "column" else None)
        return self._reply(draft, status, answer, day, source, changed)

    def _stated_day(self, draft: Draft) -> datetime.date | Problem | None:
        text = draft.cells.get("responded_on", "")
        if not text:
            return None
        last = max(self._sheet.days, default=self._today)
        return read_day(self._sheet, draft.line, "responded_on", text, draft.meeting.held_on, last)

    def day_of_sheet(self, line: int) -> tuple[datetime.date | None, str]:
        """The day of reference, else what a person says for the whole file, and which it is."""
        if len(self._sheet.days) == 1:
            return next(iter(self._sheet.days)), "reference"
        days = [day.isoformat() for day in sorted(self._sheet.days)]
        options = [Option(day, values={"value": day}) for day in days]
        options.append(Option(LEAVE_OUT, "answers.leave_replies_out"))
        answer = self._asked.ask(Question("answer_day", "answer_day", {}, tuple(options), "date"), line=line)
        if answer is None or answer == LEAVE_OUT:
            return None, "answer"
        read = read_day(self._sheet, line, "responded_on", answer, self._today, self._today)
        return (read if isinstance(read, datetime.date) else None), "answer"

    def _free(self, draft: Draft) -> list[Row]:
        return [row for row in self._held[draft.suggestion_id] if row["response_id"] not in self._taken]

    def _known_text(self, draft: Draft, answer: str, day: datetime.date | None) -> Row | None:
        same = [row for row in self._free(draft) if answer and fold(row["answer"]) == fold(answer)]
        dated = [row for row in same if day is None or row["responded_on"] == day.isoformat()]
        return dated[0] if len(dated) == 1 else None

    def _same(self, draft: Draft, status: Status, answer: str, day: datetime.date | None) -> Row | None:
        """The same kind, decision and text, of the same day where the sheet states one."""
        latest = sorted(self._free(draft), key=lambda row: (row["responded_on"], row["response_id"]))
        for row in reversed(latest):
            is_same = (row["kind"], row["decision"]) == (status.kind, status.decision)
            is_day = day is None or row["responded_on"] == day.isoformat()
            if is_same and is_day and fold(row["answer"]) == fold(answer):
                return row
        return None

    def _on_day(self, draft: Draft, day: datetime.date | None) -> Row | None:
        """The one reply of the day that the sheet states: another text on it is a change."""
        those = [row for row in self._free(draft) if day and row["responded_on"] == day.isoformat()]
        return those[0] if len(those) == 1 else None

    def _reply(
        self,
        draft: Draft,
        status: Status,
        answer: str,
        day: datetime.date | None,
        source: str,
        held: Row | None,
    ) -> Reply:
        row = dict(held) if held else dict.fromkeys(COLUMNS["responses"], "")
        row["response_id"] = row["response_id"] or self._make_id(draft.suggestion_id)
        self._taken.add(row["response_id"])
        row["suggestion_id"] = draft.suggestion_id
        row["responded_on"] = day.isoformat() if day else row["responded_on"]
        row |= {"kind": status.kind, "decision": status.decision}
        if fold(row["answer"]) != fold(answer):
            row["answer"] = answer
        is_said = held is not None and (held["progress"] or draft.suggestion_id in self._reported)
        if status.progress and status.progress != "stopped" and not is_said:
            row["progress"] = status.progress
        row |= self._stated(draft, answer)
        reply = Reply(row, draft, status, source, held is not None)
        if empties_progress(self._sheet, reply) and draft.suggestion_id not in self._reported:
            row["progress"] = ""
        return reply

    def _stated(self, draft: Draft, answer: str) -> dict[str, str]:
        """What columns of their own say; reason and limits also where the answer names them."""
        stated = {
            name: draft.cells.get(column, "")
            for column, name in _STATED.items()
            if column in self._sheet.columns
        }
        names = {"사유": "reason", "한계": "limits"}
        for word, text in _GROUNDS.findall(answer):
            if not stated.get(names[word]):
                stated[names[word]] = text.strip()
        if draft.same_as is not None and not stated.get("responder") and "department" in draft.cells:
            stated["responder"] = draft.cells["department"]
        return stated

    def _make_id(self, suggestion_id: str) -> str:
        number = 1
        while f"{suggestion_id}-R{number}" in self._ids:
            number += 1
        made = f"{suggestion_id}-R{number}"
        self._ids.add(made)
        return made
