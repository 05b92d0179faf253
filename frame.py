"""Around every page: the menu, the language, the filters."""

from dashboard import ui

ui.frame()
