"""The slides as JSON and as one file to take along: database, labels and filters in, no Streamlit."""

from dashboard.slides.deck import NAMES, build_deck, build_slides
from dashboard.slides.file import build_file
from dashboard.slides.qr_code import qr_code
