"""A bank line's text, taken apart once: words, strings that may be references, amounts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from sys import intern
from typing import NamedTuple

from engine.matching.hands import Hands
from engine.matching.inputs import BankLine
from engine.matching.listed_numbers import written_out
from engine.matching.normalise import plain_words
from engine.matching.transliteration import plain

_DATE = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2} ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?: ?\d{2,4})?\b"
)
_ACCOUNT = re.compile(r"\b(?!RF)[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b")
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,.']\d{3})*[.,]\d{2}\b|(?<![\d.,])\d+[.,]\d{2}\b")
_CHUNK = re.compile(r"[A-Z0-9]+")
_LABEL = re.compile(r"^[A-Z]+(?=\d)")
_LIST_SIGNS = frozenset("/,;+&-")
_SHORTEST_ACCOUNT = 14
_LONGEST_RUN = 6  # printed groups of one reference: a Swiss QR reference has six
_LONGEST_REFERENCE = 35
_LONGEST_PROCESSOR = 16
_NO_AMOUNTS: frozenset[int] = frozenset()
_NO_TAILS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Memo:
    """What a bank line says.

    Attributes:
        words: Capital ASCII words of the whole text.
        name_key: The words that can belong to a name: lines of one payer often share it.
        runs: Compact strings of one to six neighbouring pieces that hold a digit, dates and
            account numbers left out, also without the letters before the first digit, and the
            numbers that lists write short: what a quoted reference could be. Longest first.
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


class _Share(NamedTuple):
    memos: list[Memo]


def read_memos(lines: Sequence[BankLine], hands: Hands) -> list[Memo]:
    """``read_memo`` of many lines, in shares."""

    def part(share: range) -> _Share:
        return _Share([read_memo(line) for line in lines[share.start : share.stop]])

    shares = hands.together([partial(part, share) for share in hands.shares_of(len(lines))], _Share)
    return [memo for share in shares for memo in share.memos]


def read_memo(line: BankLine) -> Memo:
    """The parts of the line's description, reference and counterparty.

    Long statements hold hundreds of thousands of lines, so patterns run only over texts that show
    a sign of what they look for.
    """
    parts = [line.description] if line.description else []
    for part in (line.counterparty, line.reference):
        if part and part not in parts:
            parts.append(part)
    upper = plain(" ".join(parts))
    all_words = tuple(map(intern, plain_words(upper)))  # of a large run most are the same
    bare = upper
    is_long = bool(all_words) and len(max(all_words, key=len)) >= _SHORTEST_ACCOUNT
    accounts = _ACCOUNT.findall(upper) if is_long else ()
    if accounts:
        bare = _ACCOUNT.sub(" | ", upper)
    named = _after_star(upper)
    if _DATE.search(upper):
        bare, named = _DATE.sub(" | ", bare), _DATE.sub(" ", named)
    runs = _runs(bare)
    tail = "".join(_CHUNK.findall(bare)) if runs else ""
    listed = written_out(bare) if runs and not _LIST_SIGNS.isdisjoint(bare) else ()
    if listed:
        runs = _longest_first((*runs, *listed))
    return Memo(
        words=all_words,
        name_key=tuple(filter(_may_name, all_words if named is upper else plain_words(named))),
        runs=runs,
        tails=frozenset([run for run in runs if tail.endswith(run)]) if runs else _NO_TAILS,
        accounts=tuple(accounts),
        amounts=_amounts(bare) if runs and ("." in bare or "," in bare) else _NO_AMOUNTS,
    )


def _amounts(text: str) -> frozenset[int]:
    return frozenset(
        int("".join(c for c in found if c.isdigit())) for found in _AMOUNT.findall(text)
    )


def _after_star(text: str) -> str:
    """Card lines start "processor *merchant": what names somebody comes after the star."""
    before, star, after = text.partition("*")
    is_short = bool(star) and len(before) <= _LONGEST_PROCESSOR
    return after if is_short and any(c.isalpha() for c in after) else text


@lru_cache(maxsize=65536)
def _may_name(word: str) -> bool:
    count = sum(c.isdigit() for c in word)
    return count < 3 and count < len(word)


def _runs(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for part in text.split("|"):
        pieces = _CHUNK.findall(part)
        marked = [not piece.isalpha() for piece in pieces]
        if True not in marked:
            continue
        for start in range(len(pieces)):
            if marked[start] and (bare := _LABEL.sub("", pieces[start])) != pieces[start]:
                found[bare] = None
            joined = ""
            for end in range(start, min(start + _LONGEST_RUN, len(pieces))):
                joined += pieces[end]
                if len(joined) > _LONGEST_REFERENCE:
                    break
                # A run starts or goes on with letters ("SI 2024 30612") but ends in digits.
                if marked[end]:
                    found[joined] = None
    return _longest_first(found)


def _longest_first(runs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(runs), key=lambda run: (-len(run), run)))
