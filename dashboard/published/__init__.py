"""A chart at an address of its own: which there are, what an address asks for, what is answered."""

from dashboard.published.drawing import (
    Drawing,
    build_drawing,
    enlarge,
    explain_empty,
    explain_page,
    explain_undivided,
    is_empty,
    place_events,
)
from dashboard.published.embed import write_embed, write_refusal
from dashboard.published.files import (
    HIDDEN,
    build_json,
    describe_version,
    name_column,
    shown_columns,
    terms_of_use,
    write_csv,
)
from dashboard.published.filter_words import PARAMETERS, describe_filters, list_options
from dashboard.published.question import (
    BadQuestion,
    Question,
    address_of,
    file_address,
    read_language,
    read_question,
    shorten,
)
from dashboard.published.registry import CHARTS, page_of, short_name
from dashboard.published.whole_words import DATE, keep_name, keep_whole
