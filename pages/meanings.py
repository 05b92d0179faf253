"""What every figure and chart counts."""

from dashboard import ui

ui.page("meanings")

ui.meanings()
