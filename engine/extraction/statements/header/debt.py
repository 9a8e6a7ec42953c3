"""Whether a statement's summary moves as a debt does: payments lower what purchases raise.

At an account both leave it, so they carry the same sign; only where the balance is owed do they
carry opposite ones. That holds whatever the statement calls itself.
"""

from collections.abc import Sequence
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.lines.money import Money
from engine.extraction.statements.vocabulary import card_words

_Move = Literal["payments", "charges"]

_LABELS: PhraseBook[_Move] = PhraseBook.of_lists(
    {"payments": card_words.PAYMENTS, "charges": card_words.CHARGES}
)

_MOST_WORDS: Final = 6
"""Words of a label; longer ones are sentences."""


def moves_as_debt(lines: Sequence[TypedLine]) -> bool:
    """Whether ``lines`` outside the table print payments with a minus and purchases without.

    Every line of either kind must agree: one that does not leaves the direction open.
    """
    minus: dict[_Move, set[bool]] = {"payments": set(), "charges": set()}
    for line in lines:
        move, money = _move_of(line)
        if move is not None and money is not None and money.value:
            minus[move].add(money.mark in {"-", "()"})
    return minus["payments"] == {True} and minus["charges"] == {False}


def _move_of(line: TypedLine) -> tuple[_Move | None, Money | None]:
    """What a line of one label and one amount after it says, if it is one of the two."""
    *label, last = line.cells
    if last.money is None or not label or any(cell.money or cell.date for cell in label):
        return None, None
    words = plain(" ".join(cell.text for cell in label)).split()
    hit = next((hit for hit in _LABELS.find(words) if hit.start == 0), None)
    return (hit.label, last.money) if hit and len(words) <= _MOST_WORDS else (None, None)
