"""The statement's header record: from what the pages say and what the arithmetic chose."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from engine.extraction.statements.dating import Calendar, Span, period_days
from engine.extraction.statements.header.accounts.own_accounts import OwnAccount, in_one
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.numbers.account_number import iban_among
from engine.extraction.statements.header.period import NO_PERIOD, Period
from engine.extraction.statements.header.printed_totals import NO_TOTALS, PrintedTotals
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.provenance import place
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.settle import Settled
from engine.records.bank import Account, StatementInfo
from engine.records.provenance import Provenance

_MIXED = 0.45
"""How sure the currency of a whole file is whose accounts have several."""


@dataclass(frozen=True, slots=True)
class Header:
    """What was found in the head of a statement, the surest account number first."""

    is_card: bool
    numbers: tuple[Found, ...] = ()
    holder: Found | None = None
    bank: Found | None = None
    currency: Found | None = None
    period: Period = NO_PERIOD
    totals: PrintedTotals = NO_TOTALS
    account_type: Found | None = None
    accounts: Mapping[Segment, OwnAccount] = field(default_factory=dict)
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
        found = self.account_of(segment).number
        return found.value if found else None

    def currency_for(self, segment: Segment) -> str | None:
        """The currency of a segment's account."""
        found = self.account_of(segment).currency
        return found.value if found else None

    def account_of(self, segment: Segment) -> OwnAccount:
        """The account of a segment."""
        return self.accounts.get(segment, OwnAccount(next(iter(self.numbers), None), self.currency))


def statement_info(settled: Settled, header: Header, calendar: Calendar) -> StatementInfo:
    """The header record, without what the arithmetic says of it."""
    own = [header.account_of(segment) for segment in settled.segments]
    several = len(own) > 1 and not in_one(settled, own)
    ends = None if several else _ends(settled, header)
    start, end = period_days(calendar.order, header.span)
    number = _number_of(header, own) if several else own[0].number
    iban = iban_among(header.numbers)
    currency = _currency_of(own) if several else own[0].currency
    return StatementInfo(
        bank_name=_value(header.bank),
        account_number=_value(number),
        account_name=_value(header.holder),
        account_type=_value(header.account_type),
        iban=iban.value if iban is not None and not several else None,
        currency=_value(currency),
        statement_type="card" if header.is_card else "bank",
        statement_period_start=start,
        statement_period_end=end,
        opening_balance=ends.opening if ends else None,
        closing_balance=ends.closing if ends else None,
        total_debits=_amount(header.totals.debits),
        total_credits=_amount(header.totals.credits),
        accounts=_accounts(settled, own, header, calendar) if several else (),
        provenance=_places(header, number, None if several else iban, currency, ends),
    )


def _number_of(header: Header, own: Sequence[OwnAccount]) -> Found | None:
    """The number of a file of several accounts: the customer's, or else the first account's."""
    number = next(iter(header.numbers), None)
    later = {account.number.value for account in own[1:] if account.number is not None}
    return own[0].number if number is not None and number.value in later else number


@dataclass(frozen=True, slots=True)
class _Ends:
    """An account's first and last balance and where each is printed."""

    opening: Decimal | None
    closing: Decimal | None
    opening_at: Provenance | None
    closing_at: Provenance | None


def _value(found: Found | None) -> str | None:
    return found.value if found is not None else None


def _amount(found: Found | None) -> Decimal | None:
    return Decimal(found.value) if found is not None else None


def _ends(settled: Settled, header: Header) -> _Ends:
    """The balances of a file of one account, however its rows are cut."""
    first = _ends_of(settled, 0, header)
    last = _ends_of(settled, len(settled.segments) - 1, header)
    return _Ends(first.opening, last.closing, first.opening_at, last.closing_at)


def _ends_of(settled: Settled, index: int, header: Header) -> _Ends:
    """The balances of one segment: as named, else the last running balance that holds."""
    proof = settled.proofs[index]
    opening_at = _place_of(proof.opening_at, proof, header) if proof.opening_at else None
    if proof.closing is not None and proof.closing_at is not None:
        closing_at = _place_of(proof.closing_at, proof, header)
        return _Ends(proof.opening, proof.closing, opening_at, closing_at)
    segment = settled.segments[index]
    if segment.first == segment.last or proof.chain.gaps:
        return _Ends(proof.opening, None, opening_at, None)
    last = segment.first if proof.chain.newest_first else segment.last - 1
    row = settled.rows[last]
    where = place(row.balance.words, row.page_number, row.source, 0.8) if row.balance else None
    return _Ends(proof.opening, settled.balances[last], opening_at, where)


def _place_of(figure: NamedFigure, proof: Balances, header: Header) -> Provenance:
    source = header.lines[figure.line].source
    confidence = 0.99 if proof.closes else 0.8
    return place(figure.cell.words, figure.page_number, source, confidence)


def _currency_of(own: Sequence[OwnAccount]) -> Found | None:
    """The currency of several accounts: that of most of them, in doubt where they differ."""
    said = [account.currency for account in own if account.currency is not None]
    votes = Counter(found.value for found in said)
    if not votes:
        return None
    code = votes.most_common(1)[0][0]
    found = next(found for found in said if found.value == code)
    if len(votes) == 1:
        return found
    return replace(found, confidence=min(found.confidence, _MIXED))


def _accounts(
    settled: Settled, own: Sequence[OwnAccount], header: Header, calendar: Calendar
) -> tuple[Account, ...]:
    result = []
    for index, (segment, account) in enumerate(zip(settled.segments, own, strict=True)):
        ends = _ends_of(settled, index, header)
        number = account.number
        iban = iban_among([number]) if number is not None else None
        period = account.period if account.period.start is not None else header.period
        start, end = period_days(calendar.order, period.span)
        result.append(
            Account(
                account_number=_value(number),
                account_name=_value(header.holder),
                account_type=_value(account.title),
                iban=_value(iban),
                currency=_value(account.currency),
                statement_period_start=start,
                statement_period_end=end,
                opening_balance=ends.opening,
                closing_balance=ends.closing,
                total_debits=_amount(account.totals.debits),
                total_credits=_amount(account.totals.credits),
                transactions=segment.last - segment.first,
            )
        )
    return tuple(result)


def _places(
    header: Header,
    number: Found | None,
    iban: Found | None,
    currency: Found | None,
    ends: _Ends | None,
) -> dict[str, Provenance]:
    named = {
        "bank_name": header.bank,
        "account_number": number,
        "account_name": header.holder,
        "account_type": header.account_type,
        "iban": iban,
        "currency": currency,
        "statement_period_start": header.period.start,
        "statement_period_end": header.period.end,
        "total_debits": header.totals.debits,
        "total_credits": header.totals.credits,
    }
    places = {
        name: place(found.words, found.page_number, found.source, found.confidence)
        for name, found in named.items()
        if found is not None and found.words
    }
    if ends is not None and ends.opening_at is not None:
        places["opening_balance"] = ends.opening_at
    if ends is not None and ends.closing_at is not None:
        places["closing_balance"] = ends.closing_at
    return places
