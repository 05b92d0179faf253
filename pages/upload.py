"""Staff bring data in: see what would change, apply it, take it back."""

from dashboard import ui

ui.page("upload")

ui.uploads()
