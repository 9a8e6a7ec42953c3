"""A memo as pieces: names of operations, labels, numbers, breaks and the words that are left.

Only those words can be part of a name; which of them are, ``names`` decides.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from engine.extraction.currencies import CODES
from engine.extraction.months import MONTHS
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.memos.kinds import operation_hits
from engine.extraction.statements.vocabulary import memo_fillers, memo_labels, type_signs
from engine.extraction.statements.vocabulary.spelled import book_of

Sort = Literal[
    "word", "operation", "filler", "number", "break",
    "party", "payer", "payee", "numbered", "purpose", "subject",
]  # fmt: skip

_LABELS: Final[PhraseBook[Sort]] = book_of(
    {
        "party": memo_labels.PARTY,
        "payer": memo_labels.PAYER,
        "payee": memo_labels.PAYEE,
        "numbered": memo_labels.NUMBERED,
        "purpose": memo_labels.PURPOSE,
        "subject": memo_labels.SUBJECT,
    }
)
_FILLERS: Final[PhraseBook[Literal["filler", "category"]]] = book_of(
    {"filler": memo_fillers.FILLERS, "category": memo_fillers.CATEGORIES}
)
_BEFORE_PARTIES: Final = """
    to from naar tu toi kepada dari fran till від от προς απο vers para
"""
SURE_PREPOSITIONS: Final = frozenset(plain(word) for word in _BEFORE_PARTIES.split())
"""Prepositions before parties that are hardly ever part of a name."""

_KEPT = re.compile(r"(?<![^\W\d_])([A-Za-z]/[A-Za-z]{1,2})(?![^\W\d_])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")
_BREAKS = re.compile(
    r"\s*([/|;•~\\()\[\]{}<>+]|\*{2,}(?=\s|$)|_{1,}|,(?=\s|$)|:(?!\d\d\b)|(?<=\s)[-–—.](?=\s))\s*"
)
_MAY_BREAK = re.compile(r"[/|;•~\\()\[\]{}<>+*_,:.–—-]")
"""What every break holds."""

_TIGHT = re.compile(r"(?<=[^\W_])[-.:](?=[^\W_]*\d{4})|(?<=\d{4})[-.:](?=[^\W\d_])")
_HYPHENS = re.compile(r"\A[^\s-]+(?:-[^\s-]+){3,}\Z")
_NUMBER = re.compile(
    r"(?=.*\d)(?:[#№]?[\d.,:'’/x*X•+%-]+|\S*\d{3,}\S*|(?=\S*\d\S*\d)(?=\S*[A-Z])[A-Z0-9]{7,}"
    r"|\d+\S{0,2}|\d{1,2}[A-Za-z]{3}\d{0,4})\Z"
)
_MASK = re.compile(r"[xX*•]{3,}\S*\Z|\S*[*•]{3,}\S*\Z|\S*[Xx]{4,}\S*\Z")
_MAIL = re.compile(r"\S+@\S+")
_PLAIN_CODES: Final = frozenset(code.lower() for code in CODES)


_LEADING: Final = 5
"""Letters of an operation from which it may be the first part of a word ("Dankort-nota")."""


class Piece(Struct, frozen=True, gc=False):
    """A word of a memo as printed and what it is. ``colon``: a colon or plus stands after it."""

    text: str
    sort: Sort
    colon: bool = False


@lru_cache(maxsize=4096)
def pieces_of(memo: str) -> tuple[Piece, ...]:
    """The pieces of a memo; a line feed in it breaks like a sign."""
    words = _words(memo)
    if not words:
        return ()
    sorts: list[Sort] = [_first_sort(word) for word in words]
    tokens: list[str] = []
    owners: list[int] = []
    for index, word in enumerate(words):
        if sorts[index] == "word":
            own = plain(word).split()
            tokens += own
            owners += [index] * len(own)
        elif word not in {"/", "-"} or not index or sorts[index - 1] != "word":
            tokens.append("\n")
            owners.append(index)
    if len(words) > 1 and words[0] in type_signs.LEADING_CODES:
        sorts[0] = "operation"
        tokens[0] = "\n"
    _mark_operations(sorts, tokens, owners)
    _mark_labels(sorts, words, tokens, owners)
    _mark_fillers(sorts, tokens, owners)
    after = [*words[1:], ""]
    return tuple(
        [Piece(w, s, n == ":" or n == "+") for w, s, n in zip(words, sorts, after, strict=True)]
    )


def _words(memo: str) -> list[str]:
    words: list[str] = []
    for line in memo.split("\n"):
        if words:
            words.append("\n")
        text = _IBAN.sub(lambda found: found[0].replace(" ", ""), line)
        if _MAY_BREAK.search(text):
            text = _KEPT.sub(lambda found: found[0].replace("/", "\x00"), text)
            text = _BREAKS.sub(r" \1 ", text)
        for part in text.split():
            words.extend(_split(part.replace("\x00", "/")))
    return words


@lru_cache(maxsize=32768)
def _split(part: str) -> list[str]:
    """A printed word, cut at hyphens and dots between names and numbers."""
    if _MAIL.match(part) and part.count("-") < 2:
        return [part]
    if _HYPHENS.match(part) or re.match(r"[A-Z]{2,6}-(?=[A-Z])", part):
        return [piece for word in part.split("-") for piece in (word, "-") if piece][:-1]
    return [piece for word in _TIGHT.split(part) for piece in (word, "-") if piece][:-1]


@lru_cache(maxsize=32768)
def _first_sort(word: str) -> Sort:
    if word == "\n" or not any(character.isalnum() for character in word):
        return "break"
    if _MAIL.match(word) or _MASK.match(word) or _NUMBER.match(word):
        return "number"
    return "word"


def _mark_operations(sorts: list[Sort], tokens: Sequence[str], owners: Sequence[int]) -> None:
    for hit in operation_hits(tokens):
        leads = len(tokens[hit.start]) >= _LEADING and _is_whole(
            hit.start, hit.start + 1, owners, 1
        )
        if not leads and not _is_whole(hit.start, hit.end, owners):
            continue
        for index in range(hit.start, hit.end):
            sorts[owners[index]] = "operation"


def _mark_labels(
    sorts: list[Sort], words: Sequence[str], tokens: Sequence[str], owners: Sequence[int]
) -> None:
    """Labels count before a colon or by their place; short ones only before what they announce."""
    for hit in _LABELS.find(tokens):
        if not _is_whole(hit.start, hit.end, owners):
            continue
        first, last = owners[hit.start], owners[hit.end - 1]
        after = words[last + 1] if last + 1 < len(words) else ""
        struck = first > 0 and words[first - 1] == "/" and len(words[first]) > 2
        announced = struck or after in {":", "+"} or words[last].endswith((":", "+"))
        inside = hit.label in {"payer", "payee"} and _is_inside(words, sorts, first)
        if inside and not announced and plain(words[first]) not in SURE_PREPOSITIONS:
            continue
        if _is_label(hit.label, announced, _next_sort(sorts, last), words[first : last + 1]):
            for index in range(first, last + 1):
                sorts[index] = hit.label
    for index, word in enumerate(words[:-1]):
        named = sorts[index] == "word" and sorts[index + 1] == "number"
        if named and (plain(word) in MONTHS or plain(word) in _PLAIN_CODES):
            sorts[index] = "number"


def _mark_fillers(sorts: list[Sort], tokens: Sequence[str], owners: Sequence[int]) -> None:
    """Words that banks put around operations; kinds of shops only where a memo begins."""
    for hit in _FILLERS.find(tokens):
        if not _is_whole(hit.start, hit.end, owners):
            continue
        after = sorts[owners[hit.start] - 1] if owners[hit.start] else "operation"
        if hit.label == "category" and after not in {"operation", "filler"}:
            continue
        for index in range(hit.start, hit.end):
            if sorts[owners[index]] == "word":
                sorts[owners[index]] = "filler"


def _is_inside(words: Sequence[str], sorts: Sequence[Sort], first: int) -> bool:
    """Whether a preposition follows a word of a name, or a stroke as a country's code does."""
    return first > 0 and (sorts[first - 1] == "word" or words[first - 1] == "/")


def _is_whole(start: int, end: int, owners: Sequence[int], sides: int = 2) -> bool:
    """Whether tokens begin, and with two sides end, where words of the memo do."""
    begins = start == 0 or owners[start - 1] != owners[start]
    ends = end == len(owners) or owners[end] != owners[end - 1]
    return begins and (ends or sides == 1)


def _next_sort(sorts: Sequence[Sort], last: int) -> Sort:
    rest = [sort for sort in sorts[last + 1 : last + 3] if sort != "break"]
    return rest[0] if rest else "break"


def _is_label(label: Sort, announced: bool, following: Sort, words: Sequence[str]) -> bool:
    size = sum(map(len, words))
    if announced:
        return True
    if label == "party":
        return False
    if label in {"payer", "payee"}:
        return following in {"word", "number"}
    if label == "numbered":
        return following == "number"
    if label == "subject" and following == "break":
        return size >= 4
    return following == "number" or size >= 5
