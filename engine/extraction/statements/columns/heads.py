"""What the words that statements print above their columns say the column holds."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from engine.extraction.phrases import Hit, PhraseBook, plain
from engine.extraction.statements.vocabulary import date_heads, money_heads, text_heads
from engine.extraction.statements.vocabulary.small_words import UNITS, WEAK_HEADS
from engine.extraction.statements.vocabulary.spelled import book_of, unspaced_book_of
from engine.extraction.statements.vocabulary.unspaced import UnspacedBook, is_unspaced

Role = Literal[
    "date",
    "post_date",
    "value_date",
    "description",
    "reference",
    "debit",
    "credit",
    "amount",
    "foreign",
    "balance",
    "principal",
    "kind",
    "other",
]

MONEY_ROLES: frozenset[Role] = frozenset({"debit", "credit", "amount"})
DATE_ROLES: frozenset[Role] = frozenset({"date", "post_date", "value_date"})

_PHRASES: dict[Role, str] = {
    "foreign": money_heads.FOREIGN,
    "value_date": date_heads.VALUE_DATE,
    "post_date": date_heads.POST_DATE,
    "date": date_heads.DATE,
    "balance": money_heads.BALANCE,
    "debit": money_heads.DEBIT,
    "credit": money_heads.CREDIT,
    "amount": money_heads.AMOUNT,
    "reference": text_heads.REFERENCE,
    "description": text_heads.DESCRIPTION,
    "kind": text_heads.KIND,
    "other": text_heads.OTHER,
}

_BOOK: PhraseBook[Role] = book_of(_PHRASES)
_UNSPACED: UnspacedBook[Role] = unspaced_book_of(_PHRASES)
_FIRST_WORDS = _BOOK.first_words
_ORDER: tuple[Role, ...] = tuple(_PHRASES)
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")


def may_begin_head(word: str) -> bool:
    """Whether a head phrase may begin with the printed ``word``; most words begin none."""
    if word.isascii() and word.isdigit():
        return word in _FIRST_WORDS
    return _may_begin_head(word)


@lru_cache(maxsize=65536)
def _may_begin_head(word: str) -> bool:
    if "-" in word:
        return True
    return any(token in _FIRST_WORDS or is_unspaced(token) for token in plain(word).split())


def head_words(tokens: Sequence[str]) -> list[Hit[Role]]:
    """Head phrases among plain ``tokens``, left to right.

    Words that prose is full of ("in", "out") count only when they stand alone.
    """
    hits = [*_BOOK.find(tokens), *_UNSPACED.find(tokens)]
    if len(tokens) == 1:
        return hits[:1]
    strong = [hit for hit in hits if hit.end - hit.start > 1 or tokens[hit.start] not in WEAK_HEADS]
    return _apart(strong)


def _apart(hits: Sequence[Hit[Role]]) -> list[Hit[Role]]:
    """The longest of ``hits`` that overlap, from left to right."""
    kept: list[Hit[Role]] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


_LEFTWARD: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def is_unit(token: str) -> bool:
    """Whether a plain word under or beside a head is only its currency."""
    return token in UNITS


@lru_cache(maxsize=16384)
def role_of(text: str) -> Role | None:
    """What a column with this head holds; None when the head says nothing known.

    The longest phrase decides ("transaction date" is a date); at equal length the role that
    comes first in the vocabulary does. A word broken by a hyphen at a line's end is one word.
    Words of scripts written leftwards are looked at in both orders.
    """
    tokens = plain(text).split()
    hits = head_words(tokens)
    if len(tokens) > 1 and _LEFTWARD.search(text):
        hits = [*hits, *head_words(tokens[::-1])]
    if "-" in text and (whole := head_words(plain(_BROKEN.sub("", text)).split())):
        hits = whole
    if not hits:
        return None
    longest = max(hit.end - hit.start for hit in hits)
    return min((h.label for h in hits if h.end - h.start == longest), key=_ORDER.index)
