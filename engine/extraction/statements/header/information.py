"""The statement's header record: from what the pages say and what the arithmetic chose."""

from dataclasses import dataclass
from decimal import Decimal

from engine.extraction.statements.dating import Calendar, Span, period_days
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.period import NO_PERIOD, Period
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.provenance import place
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.settle import Settled
from engine.records.bank import Account, StatementInfo
from engine.records.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Header:
    """What was found in the head of a statement, the surest account number first."""

    is_card: bool
    numbers: tuple[Found, ...] = ()
    holder: Found | None = None
    bank: Found | None = None
    currency: Found | None = None
    period: Period = NO_PERIOD
    lines: tuple[TypedLine, ...] = ()

    @property
    def span(self) -> Span:
        """The period's days."""
        return self.period.span

    @property
    def currency_code(self) -> str | None:
        """The account's currency."""
        return self.currency.value if self.currency else None

    def number_for(self, segment: Segment) -> str | None:
        """The number of a segment's account: the last one printed above its rows."""
        found = self.number_in(segment)
        return found.value if found else None

    def number_in(self, segment: Segment) -> Found | None:
        """Where the number of a segment's account stands."""
        if not segment.first_line:
            own = [n for n in self.numbers if n.line < segment.last_line]
            return own[0] if own else next(iter(self.numbers), None)
        own = [n for n in self.numbers if segment.first_line <= n.line < segment.last_line]
        return own[0] if own else next(iter(self.numbers), None)


def statement_info(settled: Settled, header: Header, calendar: Calendar) -> StatementInfo:
    """The header record, without what the arithmetic says of it."""
    several = len(settled.segments) > 1
    first = settled.proofs[0]
    opening = None if several else first.opening
    closing, closing_cell = (None, None) if several else _closing(settled, first)
    number = header.number_in(settled.segments[0])
    start, end = period_days(calendar.order, header.span)
    return StatementInfo(
        bank_name=header.bank.value if header.bank else None,
        account_number=number.value if number else None,
        account_name=header.holder.value if header.holder else None,
        currency=header.currency_code,
        statement_type="card" if header.is_card else "bank",
        statement_period_start=start,
        statement_period_end=end,
        opening_balance=opening,
        closing_balance=closing,
        accounts=_accounts(settled, header) if several else (),
        provenance=_places(header, number, None if several else first, closing_cell, settled),
    )


def _closing(settled: Settled, proof: Balances) -> tuple[Decimal | None, Cell | None]:
    """The closing balance and its cell: as named, else the last running balance that holds."""
    if proof.closing is not None and proof.closing_at is not None:
        return proof.closing, proof.closing_at.cell
    if not settled.rows or proof.chain.gaps:
        return None, None
    last = 0 if proof.chain.newest_first else len(settled.rows) - 1
    return settled.balances[last], settled.rows[last].balance


def _accounts(settled: Settled, header: Header) -> tuple[Account, ...]:
    return tuple(
        Account(
            account_number=header.number_for(segment),
            account_name=header.holder.value if header.holder else None,
            currency=header.currency_code,
            opening_balance=proof.opening,
            closing_balance=proof.closing,
        )
        for segment, proof in zip(settled.segments, settled.proofs, strict=True)
    )


def _places(
    header: Header,
    number: Found | None,
    proof: Balances | None,
    closing: Cell | None,
    settled: Settled,
) -> dict[str, Provenance]:
    places: dict[str, Provenance] = {}
    named = {
        "bank_name": header.bank,
        "account_number": number,
        "account_name": header.holder,
        "currency": header.currency,
        "statement_period_start": header.period.start,
        "statement_period_end": header.period.end,
    }
    for name, found in named.items():
        if found is not None and found.words:
            places[name] = place(found.words, found.page_number, found.source, found.confidence)
    by_line = {line.number: line for line in header.lines}
    if proof is not None and proof.opening_at is not None:
        places["opening_balance"] = _place_of(proof.opening_at, proof, by_line)
    if proof is not None and proof.closing_at is not None:
        places["closing_balance"] = _place_of(proof.closing_at, proof, by_line)
    elif closing is not None:
        row = next(row for row in settled.rows if row.balance is closing)
        places["closing_balance"] = place(closing.words, row.page_number, row.source, 0.8)
    return places


def _place_of(figure: NamedFigure, proof: Balances, lines: dict[int, TypedLine]) -> Provenance:
    source = lines[figure.line].source
    confidence = 0.99 if proof.closes else 0.8
    return place(figure.cell.words, figure.page_number, source, confidence)
