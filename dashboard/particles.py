"""Korean particles that hang on how the word before them ends, a link or not: 건의를, 약속을."""

import re

# The form after a consonant, and the one after a vowel.
_PARTICLES = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라는": ("이라는", "라는"),
}
_PARTICLE = re.compile(rf"(\w)?(\W*(?:</a>)?)({'|'.join(map(re.escape, _PARTICLES))})")
_FINALS_OF_DIGITS = (21, 8, 0, 16, 0, 0, 1, 8, 8, 0)  # as they are read: 영, 일, 이, 삼
_RIEUL = 8  # after which (으)로 is 로
_FINALS_OF_CAPITALS = {"L": _RIEUL, "M": 16, "N": 4, "R": _RIEUL}  # read letter by letter: 엘, 엠, 엔, 알


def fit_particles(text: str) -> str:
    """The text with 은(는) and the like replaced by the form that fits the word before."""
    return _PARTICLE.sub(_choose, text) if "(" in text else text


def _choose(match: re.Match[str]) -> str:
    letter, between, particle = match.groups()
    after_consonant, after_vowel = _PARTICLES[particle]
    final = _find_final(letter or "")
    if final is None:
        return match[0]
    closed = final != 0 and not (particle == "(으)로" and final == _RIEUL)
    return f"{letter}{between}{after_consonant if closed else after_vowel}"


def _find_final(letter: str) -> int | None:
    """The consonant that a letter or digit ends with when it is read, 0 for none, None where nobody knows."""
    if "가" <= letter <= "힣":
        return (ord(letter) - ord("가")) % 28
    if "0" <= letter <= "9":
        return _FINALS_OF_DIGITS[int(letter)]
    if "A" <= letter <= "Z":
        return _FINALS_OF_CAPITALS.get(letter, 0)
    return None
