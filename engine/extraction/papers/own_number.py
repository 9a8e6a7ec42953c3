"""The number of a paper: the one beside its own name; two that are named alike are none."""

import re
from collections.abc import Sequence
from typing import Final

from engine.extraction.dates import find_dates
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.papers.beside import Found, Label, labelled
from engine.extraction.papers.type_words import TypeWords

_NUMBER_WORDS: Final = frozenset(
    ("no", "nr", "number", "num", "id", "ref", "reference", "code", "n", "numero", "nummer")
)
_MONEY_LIKE = re.compile(r"\d{1,3}(?:[., ']\d{3})*[.,]\d{2}|\d{1,2}[.,]\d{1,3}")
_FIRST: Final = 0.95
_LATER: Final = 0.85
_BARE: Final = 0.75
_HEAD: Final = 0.4
"""Share of the page above which a number that only says “No.” is the paper's."""


def own_number(sheet: Sheet, found: Candidates, words: TypeWords) -> Found | None:
    """The paper's own number, or None."""
    codes = [
        (code, label)
        for code, label in labelled(sheet, found.codes)
        if _could_be_number(code.value) and (not words.is_bill or code.segment.y0 < 0.5)
    ]
    for rank, phrases in enumerate(words.names):
        worth = _LATER if rank else _FIRST
        named = [
            Found(code, worth * label.closeness)
            for code, label in codes
            if _ends_with(label, phrases)
        ]
        if len({one.candidate.value for one in named}) == 1:
            return max(named, key=lambda one: one.sure)
        if named:
            return None
    bare = [
        Found(code, _BARE * label.closeness)
        for code, label in codes
        if code.segment.y0 < _HEAD and len(label.tokens) == 1 and label.tokens[0] in _NUMBER_WORDS
    ]
    return bare[0] if len({one.candidate.value for one in bare}) == 1 else None


def _ends_with(label: Label, phrases: Sequence[str]) -> bool:
    """Whether a label is one of the phrases, with or without a word for number after it."""
    tokens = list(label.tokens)
    while tokens and tokens[-1] in _NUMBER_WORDS:
        tokens.pop()
    text = f" {' '.join(tokens)}"
    return any(text.endswith(f" {phrase}") for phrase in phrases)


def _could_be_number(text: str) -> bool:
    is_day = any(end - start == len(text) for start, end, _ in find_dates(text))
    return bool(text) and not is_day and not _MONEY_LIKE.fullmatch(text)
