"""The slides as JSON and as one file to take along: database, labels and filters in, no Streamlit."""

from dashboard.slides.deck import Outline, build_deck, build_slides
from dashboard.slides.file import build_file
from dashboard.slides.parts import Source
from dashboard.slides.qr_code import qr_code
from dashboard.slides.stories import ABOUT, NAMES, STORIES
from dashboard.slides.suggestions import build_suggestion, build_suggestions, find_suggestions
