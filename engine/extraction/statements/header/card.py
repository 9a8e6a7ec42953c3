"""Whether a statement is a card's or a bank account's, by words that only one of them prints."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.header.debt import moves_as_debt
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.vocabulary import card_words

_ENOUGH: Final = 2
"""Different words of cards from which a statement is one."""

_TURNED: Final = 2
"""Words of cards that a summary counts for in which payments lower what purchases raise."""

_WORDS: PhraseBook[Literal["card", "strong", "bank"]] = PhraseBook.of_lists(
    {"strong": card_words.STRONG, "card": card_words.CARD, "bank": card_words.BANK}
)


_WHOLE_WORDS = re.compile(
    "信用卡|クレジットカード|ご利用代金|ご請求額|カード番号|신용카드|이용대금|카드이용|บัตรเครดิต"
)
"""What only cards print, in scripts that set no spaces between words."""


_MASKED = re.compile(
    r"(?<![\dXx*•])(?:\d{4}|[Xx*•]{4})[ -]?[\dXx*•]{2}[Xx*•]{2}[ -]?[Xx*•]{4}[ -]?"
    r"[Xx*•]{0,2}\d{2,4}(?!\d)"
)
"""A card's number with its middle hidden."""

_LABEL: Final = 5
"""Words beside a card's number on a line that says no more than whose it is, at most."""

Kind = Literal["card", "bank", "open"]


def kind_of(lines: Sequence[TypedLine], row_lines: frozenset[int], roles: frozenset[Role]) -> Kind:
    """Whether amounts are charges and balances debts, as a card's statement prints them.

    ``roles`` are those of the tables' columns: a card hardly ever prints paid and received in
    two columns, or a running balance. "open" is what would be a card's, did it not print words
    of bank accounts as well: read as an account's, and its direction is not sure.
    """
    others = [line for line in lines if line.number not in row_lines]
    found: dict[str, set[str]] = {"card": set(), "strong": set(), "bank": set()}
    for line in others:
        found["strong"].update(_WHOLE_WORDS.findall(line.text))
        tokens = line.plain.split()
        for hit in _WORDS.find(tokens):
            found[hit.label].add(" ".join(tokens[hit.start : hit.end]))
    labels = {line.plain for line in others}
    balances = _starts(labels, "previous balance") and _starts(labels, "new balance")
    weight = len(found["card"]) + 2 * len(found["strong"]) + balances
    weight += _TURNED * moves_as_debt(others) + _is_headed_by_card(others, row_lines)
    weight -= 2 * ("balance" in roles) + 2 * ("debit" in roles and "credit" in roles)
    against = min(len(found["bank"]), 3) if len(found["card"]) < 4 else 0
    if weight - against >= _ENOUGH:
        return "card"
    return "open" if weight >= _ENOUGH else "bank"


def _is_headed_by_card(others: Sequence[TypedLine], row_lines: frozenset[int]) -> bool:
    """Whether a line above all rows prints a card's number and hardly anything else."""
    first = min(row_lines, default=len(others))
    return any(
        _MASKED.search(cell.text) and len(plain(_MASKED.sub("", cell.text)).split()) <= _LABEL
        for line in others
        if line.number < first
        for cell in line.cells
    )


def _starts(labels: set[str], phrase: str) -> bool:
    return any(label.startswith(phrase) or f" {phrase}" in label for label in labels)
