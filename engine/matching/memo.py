"""A bank line's text, taken apart once: words, strings that may be references, amounts."""

import re
from dataclasses import dataclass

from engine.matching.inputs import BankLine
from engine.matching.normalise import words
from engine.matching.transliteration import plain

_DATE = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2} ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?: ?\d{2,4})?\b"
)
_ACCOUNT = re.compile(r"\b(?!RF)[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b")
_AMOUNT = re.compile(r"\b\d{1,3}(?:[ ,.']\d{3})*[.,]\d{2}\b|\b\d+[.,]\d{2}\b")
_CHUNK = re.compile(r"[A-Z0-9]+")
_LONGEST_RUN = 6  # printed groups of one reference: a Swiss QR reference has six


@dataclass(frozen=True, slots=True)
class Memo:
    """What a bank line says.

    Attributes:
        words: Capital ASCII words of the whole text.
        name_key: The words that can belong to a name: lines of one payer often share it.
        runs: Compact strings of one to six neighbouring pieces that hold a digit, dates and
            account numbers left out: what a quoted reference could be. Longest first.
        tails: The runs at the very end of the text, which the bank may have cut off.
        accounts: Compact strings of the shape of an IBAN.
        amounts: Amounts that the text prints, in hundredths.
    """

    words: tuple[str, ...]
    name_key: tuple[str, ...]
    runs: tuple[str, ...]
    tails: frozenset[str]
    accounts: tuple[str, ...]
    amounts: frozenset[int]


def read_memo(line: BankLine) -> Memo:
    """The parts of the line's description, reference and counterparty."""
    parts = dict.fromkeys(filter(None, (line.description, line.counterparty, line.reference)))
    text = " ".join(parts)
    upper = plain(text)
    all_words = words(text)
    named = words(_DATE.sub(" ", _after_star(upper)))
    bare = _DATE.sub(" | ", _ACCOUNT.sub(" | ", upper))
    runs, tail = _runs(bare), "".join(_CHUNK.findall(bare))
    return Memo(
        words=all_words,
        name_key=tuple(filter(_may_name, named)),
        runs=runs,
        tails=frozenset(run for run in runs if tail.endswith(run)),
        accounts=tuple(_ACCOUNT.findall(upper)),
        amounts=frozenset(
            int("".join(c for c in found if c.isdigit())) for found in _AMOUNT.findall(bare)
        ),
    )


def _after_star(text: str) -> str:
    """Card lines print "processor *merchant": what names somebody comes after the star."""
    _before, star, after = text.rpartition("*")
    return after if star and any(c.isalpha() for c in after) else text


def _may_name(word: str) -> bool:
    count = sum(c.isdigit() for c in word)
    return count < 3 and count < len(word)


def _runs(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for part in text.split("|"):
        pieces = _CHUNK.findall(part)
        marked = [any(c.isdigit() for c in piece) for piece in pieces]
        for start in range(len(pieces)):
            joined = ""
            for end in range(start, min(start + _LONGEST_RUN, len(pieces))):
                joined += pieces[end]
                # A run starts or goes on with letters ("SI 2024 30612") but ends in digits.
                if marked[end] and len(joined) <= 35:
                    found[joined] = None
    return tuple(sorted(found, key=lambda run: (-len(run), run)))
