"""Questions that are like one of which something was not understood."""

from dashboard.ask.forms import fold
from dashboard.ask.vocabulary import Vocabulary
from dashboard.uploads.fuzzy_match import LEAST_SIMILARITY, similarity

MOST_NEAR = 3


def find_near(question: str, word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The question with a word that nobody knows replaced by those that are most like it."""
    likest = sorted(
        ((similarity(word, form), spelled) for form, spelled in vocabulary.spelled.items() if len(form) > 1),
        key=lambda pair: (-pair[0], len(pair[1]), pair[1]),
    )
    near = [spelled for likeness, spelled in likest[:MOST_NEAR] if likeness >= LEAST_SIMILARITY]
    return tuple(dict.fromkeys(question.replace(word, each, 1) for each in near if fold(each) != fold(word)))
