"""Headings inside tables: what opens a section of deposits or withdrawals, and what ends a page.

A section says which way its amounts go; some sections hold no transactions at all.
"""

import re
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.vocabulary import headings
from engine.extraction.statements.vocabulary.spelled import book_of

Section = Literal["credit", "debit", "payments", "skip"]

_SECTIONS: dict[Section, str] = {
    "credit": headings.CREDIT,
    "debit": headings.DEBIT,
    "payments": headings.PAYMENTS,
    "skip": headings.SKIP,
}

_SECTION_BOOK: PhraseBook[Section] = book_of(_SECTIONS)
_FILLERS = frozenset(
    {"and", "other", "continued", "cont", "the", "of", "your", "all", "in", "for", "und", "et"}
    | {"y", "e", "de", "detail", "details"}
)


_TOTALS = frozenset({"total", "totals", "summe", "totale", "totaal", "suma", "razem", "итого"})

_NOTE: Final = re.compile(r"\s[*†‡(]\s?[^\W\d_]+(?:\s+[^\W\d_]+){4}.*")
"""A footnote or an explanation behind a heading: a sentence, not a word or two."""

_TURN_OVER: PhraseBook[Literal["turn"]] = book_of({"turn": headings.TURN_OVER})


_CARD: Final = re.compile(r"(?<!\d)\d{4}[ -]?(?:[\dXx*•]{2}[Xx*•]{2}|[Xx*•]{2,4})")


def names_card(text: str) -> bool:
    """Whether ``text`` names a card by its masked number: its purchases follow."""
    return _CARD.search(text) is not None


def turns_page(text: str) -> bool:
    """Whether ``text`` says no more than that the table goes on elsewhere."""
    tokens = plain(text).split()
    hits = _TURN_OVER.find(tokens)
    return bool(hits) and hits[0].start == 0 and 2 * hits[0].end >= len(tokens)


def ends_section(text: str, section: Section | None) -> bool:
    """Whether ``text`` is the total of what ``section`` holds ("Total payments")."""
    tokens = plain(text).split()
    if section is None or not tokens or tokens[0] not in _TOTALS:
        return False
    hits = _SECTION_BOOK.find(tokens[1:6])
    return any(hit.label == section for hit in hits)


def summed_up(text: str) -> str | None:
    """What a line is the total of, in plain words; None where it is none or names a word or less.

    The heading of the section that the total closes begins so.
    """
    tokens = plain(text).split()
    if not tokens or tokens[0] not in _TOTALS:
        return None
    start = next((i for i, token in enumerate(tokens[1:], 1) if token not in _FILLERS), 1)
    return " ".join(tokens[start:]) if len(tokens) - start > 1 else None


def side_of_total(text: str) -> Section | None:
    """Which way the amounts go whose total a line names, and nothing else ("Total de saídas")."""
    tokens = [token for token in plain(text).split() if not token.isdigit()]
    if len(tokens) < 2 or tokens[0] not in _TOTALS:
        return None
    hits = _SECTION_BOOK.find(tokens)
    fillers = sum(token in _FILLERS for token in tokens)
    if not hits or 1 + hits[0].end - hits[0].start + fillers < len(tokens):
        return None
    return hits[0].label if hits[0].label in {"credit", "debit"} else None


def section_of(text: str) -> Section | None:
    """The section that a heading opens; None when ``text`` is no such heading.

    A heading is short and made mostly of the words that name sections; a note may follow it.
    """
    tokens = plain(_NOTE.sub("", text)).split()
    if not tokens or len(tokens) > 9:
        return None
    hits = _SECTION_BOOK.find(tokens)
    if not hits:
        return None
    known = sum(hit.end - hit.start for hit in hits)
    fillers = sum(token in _FILLERS or token.isdigit() for token in tokens)
    if hits[0].start > 2 or known * 2 < len(tokens) - fillers:
        return None
    labels = [hit.label for hit in hits]
    if "skip" in labels:
        return "skip"
    if labels[0] == "payments" and "credit" in labels:
        return "credit"
    return labels[0]
