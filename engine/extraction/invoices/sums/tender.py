"""What a receipt says was handed over and given back: the difference is what the sale cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Row, Sheet
from engine.extraction.invoices.sheet.misread_words import healed
from engine.extraction.phrases import PhraseBook

_LISTS: Final = {
    "change": """
            change, change due, your change, cash change, baki, wechselgeld, ruckgeld, zuruck,
            rendu, rendu monnaie, monnaie, a rendre, wisselgeld, terug, cambio, su cambio, resto,
            troco, vraceno, vratit, reszta, vaxel, tilbake, byttepenge, vaihtoraha
        """,
    "handed": """
            cash, cash tendered, cash received, tender, tendered, amount tendered, accepted,
            accepted total, received, paid, paid amount, amount paid, payment, tunai, bar,
            gegeben, gegeben bar, barzahlung, especes, recu, contant, ontvangen, efectivo,
            entregado,
            contanti, dinheiro, entregue, hotove, hotovost, gotowka, kontant, betalt, kateinen,
            visa, mastercard, master card, maestro, amex, american express, debit, debit card,
            credit card, card, kartenzahlung, ec karte, girocard, carte bancaire, cb, pin,
            bancontact, tarjeta, carta, cartao, karta, kort
        """,
}
_WORDS: Final = PhraseBook(
    {kind: [squeezed(phrase) for phrase in text.split(",")] for kind, text in _LISTS.items()}
)
_MOST_WORDS_BEFORE: Final = 1
_ROWS_TO_CHANGE: Final = 4


@dataclass(frozen=True, slots=True)
class Tender:
    """What was paid at a till.

    Attributes:
        costs: What the sale cost by what was handed over and given back, both printed.
        paid: What was paid exactly, with nothing said of change.
        handed: The amounts handed over for which change was given: none of them is a total.
    """

    costs: frozenset[Decimal] = frozenset()
    paid: frozenset[Decimal] = frozenset()
    handed: frozenset[Decimal] = frozenset()


def find_tender(sheet: Sheet, amounts: Sequence[AmountCandidate]) -> Tender:
    """What ``sheet`` says of a payment at a till, by its ``amounts``."""
    by_row: dict[int, list[Decimal]] = {}
    for amount in amounts:
        if has_cents(amount.value) or amount.value.value == 0:
            by_row.setdefault(amount.segment.row, []).append(abs(amount.value.value))
    costs, paid, handed = set[Decimal](), set[Decimal](), set[Decimal]()
    open_payment: tuple[int, Decimal] | None = None
    for row in sheet.rows:
        values = by_row.get(row.number)
        kind = _kind_of(row) if values else None
        if not values or kind is None:
            continue
        if kind == "handed":
            open_payment = (row.number, values[-1])
            paid.add(values[-1])
        elif open_payment and row.number - open_payment[0] <= _ROWS_TO_CHANGE:
            given, back = open_payment[1], values[-1]
            paid.discard(given)
            if given > back:
                costs.add(given - back)
            if back:
                handed.add(given)
            open_payment = None
    return Tender(frozenset(costs), frozenset(paid) - {Decimal(0)}, frozenset(handed - costs))


def _kind_of(row: Row) -> str | None:
    """Whether the row begins by saying that its amount was handed over, or given back."""
    tokens = row.tokens
    if row.segments[0].source == "ocr":
        tokens = healed(tokens)
    hits = _WORDS.find(tokens)
    return hits[0].label if hits and hits[0].start <= _MOST_WORDS_BEFORE else None
