"""The key of a phone: no name is cut off, and two stand on a line where they have room."""

import pytest

from dashboard.charts.narrow_key import find_key

KOREAN = ["목표일 내 회신", "목표일 후 회신", "목표일 전 대기", "목표일 초과", "기한 중단"]
ENGLISH = ["Answered in time", "Answered late", "Not yet due", "Overdue", "Paused"]
PROMISES = ["Confirmed as done", "Reported as done", "In progress", "Planned", "Stopped", "Nothing reported"]


@pytest.mark.parametrize(
    ("names", "room", "on_a_line", "is_small"),
    [
        (KOREAN, 300, 2, False),
        (KOREAN, 226, 2, True),  # counts of a million stand behind the bars
        (KOREAN, 190, 1, False),
        (ENGLISH, 282, 2, True),
        (PROMISES, 282, 2, True),
        (PROMISES, 250, 1, False),
        ([], 300, 2, False),
    ],
)
def test_two_names_stand_on_a_line_in_the_largest_type_they_fit_in(
    names: list[str], room: int, on_a_line: int, is_small: bool
) -> None:
    found, legend = find_key(names, room)
    assert (found, "font" in legend) == (on_a_line, is_small)
