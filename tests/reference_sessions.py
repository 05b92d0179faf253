"""What stands between meetings a second time, in plain Python: what is due, what has changed."""

from datetime import date

from reference import Row, World, due_on, natural_key, received, responses_of, state
from reference_promises import is_promise, promise_state, reports_of, stated_days


def series_of(world: World, meeting_id: str) -> list[Row]:
    """The meetings of the same series in the order of their days."""
    (meeting,) = [row for row in world["sessions"] if row["session_id"] == meeting_id]
    alike = [row for row in world["sessions"] if row["series"] == meeting["series"]]
    return sorted(alike, key=lambda row: (row["held_on"], natural_key(row["session_id"])))


def place_of(world: World, meeting_id: str) -> int:
    """How many meetings of its series come before one."""
    return [row["session_id"] for row in series_of(world, meeting_id)].index(meeting_id)


def meeting_state(meeting: Row, as_of: date) -> str:
    """What is known of a meeting on a day."""
    if meeting["status"] == "cancelled":
        return "cancelled"
    if meeting["held_on"] > as_of:
        return "planned"
    if meeting["status"] == "planned" and meeting["held_on"] < as_of:
        return "unconfirmed"
    return meeting["status"]


def previous_of(world: World, meeting_id: str, as_of: date) -> Row | None:
    """The latest meeting before it that was held by then."""
    found = None
    for meeting in series_of(world, meeting_id)[: place_of(world, meeting_id)]:
        if meeting["status"] == "held" and meeting["held_on"] <= as_of:
            found = meeting
    return found


def next_of(world: World, meeting_id: str) -> Row | None:
    """The first meeting after it that was not cancelled."""
    for meeting in series_of(world, meeting_id)[place_of(world, meeting_id) + 1 :]:
        if meeting["status"] != "cancelled":
            return meeting
    return None


def due_before_next(world: World, meeting_id: str, as_of: date) -> set[tuple[str, str, date, bool]]:
    """Of the suggestions up to a meeting: id, what is awaited, until when, whether that has passed."""
    following = next_of(world, meeting_id)
    if following is None:
        return set()
    found = set()
    for suggestion in received(world, as_of):
        if place_of(world, suggestion["session_id"]) > place_of(world, meeting_id):
            continue
        awaited, last_day = None, None
        if state(world, suggestion, as_of) in ("waiting_in_time", "waiting_overdue"):
            awaited, last_day = "answer", due_on(world, suggestion, as_of)
        elif is_promise(world, suggestion, as_of):
            stated = stated_days(world, suggestion, as_of)
            is_open = promise_state(world, suggestion, as_of) in ("not_reported", "planned", "in_progress")
            if is_open and stated:
                awaited, last_day = "promise", stated[-1]
        if awaited is not None and last_day is not None and last_day <= following["held_on"]:
            found.add((suggestion["suggestion_id"], awaited, last_day, last_day < as_of))
    return found


def changed_since_previous(world: World, meeting_id: str, as_of: date) -> list[tuple[date, str, str]]:
    """Day, kind and suggestion of all that happened to those of earlier meetings since the one before."""
    previous = previous_of(world, meeting_id, as_of)
    if previous is None:
        return []
    (meeting,) = [row for row in world["sessions"] if row["session_id"] == meeting_id]
    happened = []
    for suggestion in received(world, as_of):
        if place_of(world, suggestion["session_id"]) >= place_of(world, meeting_id):
            continue
        number = suggestion["suggestion_id"]
        own = {row["report_id"] for row in world["progress_reports"]}
        for response in responses_of(world, suggestion, as_of):
            happened.append((response["responded_on"], response["kind"], number))
        for report in reports_of(world, suggestion, as_of):
            if report["report_id"] in own:
                happened.append((report["reported_on"], "reported", number))
                if report["confirmed_on"] is not None and report["confirmed_on"] <= as_of:
                    happened.append((report["confirmed_on"], "confirmed", number))
    return sorted(
        entry for entry in happened if previous["held_on"] < entry[0] <= min(meeting["held_on"], as_of)
    )
