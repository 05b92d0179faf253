"""A question in Korean or English words becomes a page with its filters, by words alone."""

from dashboard.ask.alone import Alone, choose_alone
from dashboard.ask.days import Span
from dashboard.ask.reading import Reading, read
from dashboard.ask.target import Target
from dashboard.ask.vocabulary import TOGETHER, Named, Vocabulary, build_vocabulary
