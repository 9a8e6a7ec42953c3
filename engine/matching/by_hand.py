"""A match that a person puts together: what it comes to, and what its difference may be. Pure.

Nothing is searched or guessed here. The sums are exact, every cent of both sides is in an
allocation or left over on one side, and a difference that is not zero needs a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.errors import InvalidInputError
from engine.matching.allocating import allocate
from engine.matching.exchange import Exchange
from engine.matching.hand_sides import Sides, sides_of
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import build_ledger
from engine.matching.normalise import minor_units, money
from engine.matching.treatment import settle
from engine.records import Allocation, Match, Reason
from engine.records.reconciliation import MatchKind, Treatment

MOST_ROUNDING: Final = 100
"""Minor units up to which a difference may be called rounding by hand."""

_LESS: Final[tuple[Treatment, ...]] = (
    "open",
    "fee",
    "discount",
    "withholding_tax",
    "exchange",
    "rounding",
)
_MORE: Final[tuple[Treatment, ...]] = ("overpayment", "open", "fee", "exchange", "rounding")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBalance:
    """What chosen invoices and bank lines come to, in ``currency``, that of the bank lines.

    ``billed`` and ``paid`` are signed as the account sees them: negative when money goes out.
    ``difference`` is money paid less money billed, negative when too little was paid, and
    ``treatments`` are the names that it can have, the likeliest first; none are needed for 0.00.
    ``rate`` is what one unit of the invoices' currency was taken for, None within one currency.
    ``problem`` says why these records cannot settle each other; None when they can.
    """

    currency: str | None
    billed: Decimal
    paid: Decimal
    difference: Decimal
    treatments: tuple[Treatment, ...] = ()
    rate: Decimal | None = None
    problem: str | None = None


def weigh(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], rate: Decimal | None = None
) -> HandBalance:
    """What the records come to.

    Args:
        invoices: With what is still open of each as ``amount_due``.
        lines: With what is still open of each as ``amount``.
        rate: What one unit of the invoices' currency is worth in that of the lines, where they
            differ; without it the whole is taken to be settled at the rate that it implies.
    """
    problem = _problem(invoices, lines, rate)
    sides = sides_of(invoices, lines, rate)
    if problem is None and sides is not None:
        problem = _refusal(sides)
    if sides is None:
        return HandBalance(
            currency=None,
            billed=Decimal(0),
            paid=Decimal(0),
            difference=Decimal(0),
            problem=problem,
        )
    currency = sides.currency or None
    return HandBalance(
        currency=currency,
        billed=money(sides.billed_units, currency),
        paid=money(sides.paid_units, currency),
        difference=money(sides.difference, currency),
        treatments=() if problem else _treatments(invoices, lines, sides),
        rate=sides.rate,
        problem=problem,
    )


def match_by_hand(
    match_id: str,
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    treatment: Treatment | None,
    *,
    rate: Decimal | None = None,
    note: str | None = None,
) -> Match:
    """The match of these records, not yet decided by anybody.

    Args:
        match_id: What it is called in its run.
        invoices: With what is still open of each.
        lines: With what is still open of each.
        treatment: What the difference is; None where there is none.
        rate: As for ``weigh``.
        note: Why, in the person's words.

    Raises:
        InvalidInputError: they cannot settle each other, or the difference has no name that it
            can have.
    """
    found = weigh(invoices, lines, rate)
    sides = sides_of(invoices, lines, rate)
    if found.problem or sides is None:
        raise InvalidInputError(found.problem or "Choose bank lines and invoices.")
    if found.difference and treatment not in found.treatments:
        raise InvalidInputError(
            f"The difference of {found.difference} {found.currency or ''} needs a name.",
            f"It can be {', '.join(found.treatments)}.",
        )
    name = treatment if found.difference else None
    allocations = allocate(sides.owed, sides.paid, name or "rounding", sides.currency)
    _prove(sides, allocations, name)
    return Match(
        match_id=match_id,
        kind=_kind(invoices, lines),
        settlement="partial" if name == "open" else "full",
        invoice_ids=tuple(bill.invoice_id for bill in sides.owed),
        transaction_ids=tuple(line.transaction_id for line in sides.paid),
        currency=found.currency,
        amount_matched=min(abs(found.paid), abs(found.billed)),
        difference=found.difference,
        difference_treatment=name,
        confidence=1.0,
        reasons=(_reason(note),),
        allocations=allocations,
        is_manual=True,
        note=note,
        rate=sides.rate,
    )


def _reason(note: str | None) -> Reason:
    return Reason(name="person", score=1.0, evidence=note or "put together by hand")


def _problem(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], rate: Decimal | None
) -> str | None:
    """What can be said before anything is added up."""
    if not invoices or not lines:
        missing = (
            "an invoice" if lines else "a bank line" if invoices else "bank lines and invoices"
        )
        return f"Choose {missing}."
    unknown = next((i for i in invoices if not (i.amount_due or i.total_amount)), None)
    if unknown is not None:
        return f"Nothing is open of {unknown.invoice_number or 'one of the invoices'}."
    if any(not line.amount for line in lines):
        return "Nothing is left of one of the bank lines."
    for what, codes in (
        ("invoices", {i.currency for i in invoices if i.currency}),
        ("bank lines", {t.currency for t in lines if t.currency}),
    ):
        if len(codes) > 1:
            return f"The {what} are in several currencies: match them one by one."
    if rate is not None and rate <= 0:
        return "A rate is more than zero."
    return None


def _refusal(sides: Sides) -> str | None:
    """What the sums themselves forbid."""
    if not sides.billed_units or not sides.paid_units:
        return "One side comes to nothing: there is no money to match."
    if (sides.billed_units > 0) != (sides.paid_units > 0):
        way = "in" if sides.paid_units > 0 else "out"
        other = "out" if way == "in" else "in"
        return f"The money came {way}, but these invoices are paid by money that goes {other}."
    return None


def _treatments(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], sides: Sides
) -> tuple[Treatment, ...]:
    """The names that the difference can have, the likeliest first."""
    gap = sides.difference
    if not gap:
        return ()
    names = [name for name in (_LESS if gap < 0 else _MORE) if _may_be(name, gap, sides)]
    likely = _likely(invoices, lines, sides)
    return tuple(sorted(names, key=lambda name: name != likely))


def _may_be(name: Treatment, gap: int, sides: Sides) -> bool:
    """Whether a difference of ``gap`` minor units can be called so.

    A fee comes on top of what we pay, never of what we receive. Across currencies what stays open
    of an invoice is not known in its own.
    """
    if name == "rounding":
        return abs(gap) <= MOST_ROUNDING
    if name == "fee" and gap > 0:
        return sides.paid_units < 0
    return name != "open" or sides.rate is None


def _likely(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], sides: Sides
) -> Treatment | None:
    """What the matcher would call it."""
    if sides.rate is not None:
        return "exchange"
    if abs(sides.difference) <= MOST_ROUNDING // 20:
        return "rounding"
    if len(invoices) > 1 or len(lines) > 1:
        return None
    ledger = build_ledger(invoices, lines)
    if not ledger.bills or not ledger.payments:
        return None
    found = settle(ledger.bills[0], ledger.payments[0], Exchange(None, ledger.home))
    return found.treatment if found else None


def _prove(sides: Sides, allocations: Sequence[Allocation], treatment: Treatment | None) -> None:
    """No cent is made or lost: each side is used up, but for what is left over on one of them."""
    used: dict[str, int] = {}
    settled: dict[str, int] = {}
    for part in allocations:
        amount, treated = (minor_units(v, sides.currency) for v in (part.amount, part.treated))
        used[part.transaction_id] = used.get(part.transaction_id, 0) + amount
        settled[part.invoice_id] = settled.get(part.invoice_id, 0) + amount + treated
    is_left = treatment in ("open", "overpayment")
    unpaid = _left({bill.invoice_id: bill.amount for bill in sides.owed}, settled)
    unused = _left({line.transaction_id: line.amount for line in sides.paid}, used)
    short, over = (unpaid, unused) if sides.difference < 0 else (unused, unpaid)
    if over or (short and not is_left) or (is_left and short != abs(sides.difference)):
        raise InvalidInputError(
            "These records cannot be split among each other to the cent.",
            "Match them in smaller groups.",
        )


def _left(amounts: Mapping[str, int], used: Mapping[str, int]) -> int:
    """What is left of a side, without its sign; what is used beyond an amount counts as well."""
    return sum(abs(amount - used.get(key, 0)) for key, amount in amounts.items())


def _kind(invoices: Sequence[OpenInvoice], lines: Sequence[BankLine]) -> MatchKind:
    if len(invoices) > 1 and len(lines) > 1:
        return "many_to_many"
    if len(lines) > 1:
        return "instalments"
    if any(i.document_type == "credit_note" for i in invoices) and len(invoices) > 1:
        return "netted"
    return "batch" if len(invoices) > 1 else "one_to_one"
