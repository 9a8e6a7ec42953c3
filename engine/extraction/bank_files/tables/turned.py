"""Whether amounts are written the other way round, as on cards: payments are negative there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.rows import RowReader
from engine.extraction.phrases import PhraseBook, plain
from engine.records import ColumnPlan

_PAYMENTS: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {
        "in": """
            payment received, payment thank you, thank you, autopay, auto payment, automatic
            payment, online payment, mobile payment, payment received thank you, direct debit
            payment, zahlung erhalten, zahlung dankend erhalten, zahlungseingang, gutschrift,
            ruckerstattung, erstattung, refund, refunds, cashback, rebate, credit voucher,
            paiement recu, remboursement, pago recibido, devolucion, reembolso,
            pagamento recebido, estorno, pagamento ricevuto, rimborso, betaling ontvangen,
            terugbetaling, inbetalning, aterbetalning, wplata, zwrot, salary, payroll, gehalt, lohn,
            salaire, nomina, stipendio, deposit, interest paid, dividend, lon, wynagrodzenie
        """,
        "out": """
            purchase, withdrawal, atm, fee, kartenzahlung, lastschrift, card payment, pos, uttag,
            retrait, prelevement, compra, cargo, prelievo, incasso, miete, rent, direct debit,
            standing order, dauerauftrag, geldautomat, bea, betaalautomaat, kortkop, zakup, platnosc
        """,
    }
)
_CARD_HEADS: Final = frozenset({"card", "cardmember", "cardholder", "karte", "carte", "tarjeta"})
_SHOP_HEADS: Final = frozenset({"net", "payout", "payouts", "settlement"})
_SHOP_FEES: Final = frozenset({"fee", "fees", "commission", "gross"})
EITHER_WAY: Final = "Nothing in the file proves it: the signs may be the other way round."
_MOSTLY: Final = 0.75
_ENOUGH: Final = 8
_CARD_MOSTLY: Final = 0.6
_CARD_UNTOLD: Final = 0.55
_ALL_PLAIN: Final = 0.55
"""How sure signs are when every amount is plain and nothing says what that means."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The verdict, its probability 0..1, and the sentence that says why."""

    is_turned: bool
    certainty: float
    why: str


def turned_evidence(plan: ColumnPlan, rows: Sequence[Record]) -> Turned:
    """What the words beside plain and negative amounts say."""
    reader = RowReader(replace(plan, sign_convention="signed"), rows)
    signed, turned, plus, minus, received = 0, 0, 0, 0, 0
    words = set(plain(" ".join(plan.heads)).split())
    for row in rows:
        amount = reader.amount(row)
        if amount is None or not amount.value:
            continue
        plus += amount.value > 0
        minus += amount.value < 0
        way = _way(reader.description(row))
        if way:
            signed += (amount.value > 0) == (way > 0)
            turned += (amount.value > 0) != (way > 0)
            received += way > 0 > amount.value
    is_card = bool(_CARD_HEADS & words) or any("利用" in head for head in plan.heads)
    if plus and minus and words & _SHOP_HEADS and words & _SHOP_FEES:
        return Turned(False, 0.95, "Amounts carry their own signs, as a shop's are paid out.")
    if turned > signed and plus > minus and (turned > 1 or received):
        return Turned(True, 0.85, "Payments are negative and charges plain, as on cards.")
    return _verdict(signed, turned, plus, minus, is_card)


def _verdict(signed: int, turned: int, plus: int, minus: int, is_card: bool) -> Turned:
    if minus and plus and is_card and signed <= turned:
        is_turned = plus > minus
        share = max(plus, minus) / (plus + minus)
        sure = _CARD_MOSTLY if share >= _MOSTLY and plus + minus >= _ENOUGH else _CARD_UNTOLD
        way = "plain" if is_turned else "negative"
        return Turned(
            is_turned, sure, f"Of a card most amounts are charges: {way} ones. {EITHER_WAY}"
        )
    if minus and plus:
        sure = 0.97 if signed >= turned else 0.9
        return Turned(False, sure, "Amounts carry their own signs.")
    if minus:
        return Turned(False, 0.95, "All amounts are negative: money that went out.")
    if turned > signed or (is_card and not signed):
        return Turned(True, 0.7, "All amounts are plain, and their words are of charges.")
    if signed > turned:
        return Turned(False, 0.8, "All amounts are plain, and their words are of receipts.")
    return Turned(False, _ALL_PLAIN, "No amount has a sign, and nothing says which way they went.")


def _way(description: str) -> int:
    labels = {hit.label for hit in _PAYMENTS.find(plain(description).split())}
    if len(labels) != 1:
        return 0
    return 1 if "in" in labels else -1
