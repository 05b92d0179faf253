"""What a designer would circle on a page: text that is cut, broken or written over, holes, and doubles."""

from pathlib import Path

from playwright.sync_api import Page

_FAULTS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Each fault of the page as it stands in the window, or of the slide that is shown: kind, place, text.

    Kinds: clipped · outside of its card · outside of the window · broken word · broken date · orphan (a last
    line of one word of up to two letters, less than a third as long as the longest) · written over each other
    · hole (more than 240 px of nothing; on a slide, units of its stage) · column nearly empty (less than a
    third of the one beside it) · two charts of one name · empty heading · nothing below the heading.
    """
    found: list[str] = page.evaluate(_FAULTS)
    return found
