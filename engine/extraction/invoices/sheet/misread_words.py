"""Words of labels that OCR misread: "lnvoice N0", "T0TAL", "Summery", "Inclucive".

Only known words of labels are put right, and only on recognised pages: figures among letters are
taken for the letters they look like, and long words may differ by letters that look alike.
"""

from collections import defaultdict
from functools import cache, lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import Levenshtein

from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.vocabulary import PHRASES

_LETTERS: Final = {"0": "o", "1": "li", "5": "s", "6": "b", "8": "b", "9": "g", "|": "l"}
_ALIKE: Final = tuple(
    map(frozenset, ("iljtf1", "oceadq0", "s5", "bh86", "gq9", "mnrhu", "uvy", "cg", "kx", "pf"))
)
"""Letters that faint or blurred print makes look like each other."""

_LEAST_LENGTH: Final = 3
_LONG: Final = 6
_VERY_LONG: Final = 9
_MOST_FIGURES: Final = 3
_NUMBER_SIGNS: Final = {"n0": "no", "nc": "no"}


def healed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """``tokens`` (squeezed words) with misread words of labels put right; as many as before."""
    return tuple(_healed(token) for token in tokens)


@lru_cache(maxsize=65536)
def _healed(token: str) -> str:
    if token in _NUMBER_SIGNS:
        return _NUMBER_SIGNS[token]
    words = _label_words()
    if len(token) < _LEAST_LENGTH or token in words or not any(map(str.isalpha, token)):
        return token
    for spelling in _spellings(token):
        if spelling in words:
            return spelling
    if len(token) < _LONG or not token.isalpha():
        return token
    return _nearest(token) or token


def _spellings(token: str) -> list[str]:
    """``token`` with letters in place of its figures, in every way that they look like letters."""
    figures = sum(map(str.isdigit, token))
    if not 0 < figures <= _MOST_FIGURES or figures * 2 > len(token):
        return []
    return ["".join(letters) for letters in product(*(_LETTERS.get(c, c) for c in token))]


def _nearest(token: str) -> str | None:
    """The known word that differs only by letters that look alike; a very long one by any two."""
    length = len(token)
    for known in _words_by_length()[length]:
        pairs = [(a, b) for a, b in zip(token, known, strict=True) if a != b]
        if len(pairs) <= length // _LONG and all(_is_alike(a, b) for a, b in pairs):
            return known
    if length < _VERY_LONG:
        return None
    near = [
        (Levenshtein.distance(token, known, score_cutoff=2), known)
        for size in range(length - 2, length + 3)
        for known in _words_by_length()[size]
        if len(known) >= _VERY_LONG
    ]
    distance, word = min(near, default=(3, ""))
    return word if distance <= 2 else None


def _is_alike(first: str, second: str) -> bool:
    return any(first in group and second in group for group in _ALIKE)


@cache
def _label_words() -> frozenset[str]:
    return frozenset(
        word
        for text in PHRASES.values()
        for phrase in text.split(",")
        for word in squeezed(phrase).split()
    )


@cache
def _words_by_length() -> defaultdict[int, list[str]]:
    words: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(_label_words()):
        if word.isalpha():
            words[len(word)].append(word)
    return words
