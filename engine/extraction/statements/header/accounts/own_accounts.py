"""What each account of a file is: number, kind, currency, period and printed sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.header.accounts.own_currency import own_currency
from engine.extraction.statements.header.accounts.own_title import own_title
from engine.extraction.statements.header.accounts.parts import Part, parts_of
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.neighbourhood import is_table_head
from engine.extraction.statements.header.period import NO_PERIOD, Period, period_of
from engine.extraction.statements.header.printed_totals import (
    NO_TOTALS,
    PrintedTotals,
    printed_totals,
)
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances
from engine.extraction.statements.solving.settle import Settled

_FORWARD: Final = frozenset(
    {"forward", "brought", "fwd", "bf", "carried", "ubertrag", "vortrag", "report", "transport"}
    | {"transporte", "riporto", "overfort", "siirto", "devreden", "przeniesienia", "繰越", "承前"}
)
"""Words of a balance that goes on from another page."""
_LEAST: Final = 0.35
"""How sure a number must be to be that of the rows under it."""
_PRINTED: Final = 0.8
"""How sure a period must be to be an account's own."""
_EQUAL: Final = 0.9
"""How sure a sum must be to be an account's own: the one that its rows make."""


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The account of one segment of rows; what its part of the document does not say is None.

    ``title`` is the kind of account in the document's words.
    """

    number: Found | None = None
    currency: Found | None = None
    title: Found | None = None
    period: Period = NO_PERIOD
    totals: PrintedTotals = NO_TOTALS

    @property
    def key(self) -> tuple[str | None, str | None]:
        """What tells two accounts apart."""
        return (
            self.number.value if self.number else None,
            self.currency.value if self.currency else None,
        )


def own_accounts(
    settled: Settled, numbers: Sequence[Found], currency: Found | None, lines: Sequence[TypedLine]
) -> tuple[OwnAccount, ...]:
    """The accounts of the segments, in order.

    An account without a currency of its own has the document's; one without a number that of the
    account before, if it is a part of that: in another currency, going on from its closing
    balance, or without any title.
    """
    first = next(iter(numbers), None)
    if len(settled.segments) < 2:
        return (OwnAccount(first, currency),)
    parts = parts_of(settled)
    named = [_nearest(numbers, part.titles) for part in parts]
    codes = [
        own_currency(part, number, _values(named, index), lines, currency) or currency
        for index, (part, number) in enumerate(zip(parts, named, strict=True))
    ]
    named[0] = named[0] or first
    for index in range(1, len(parts)):
        is_part = _value(codes[index]) != _value(codes[index - 1]) or _goes_on(settled, index)
        if named[index] is None and (is_part or not _has_title(parts[index], lines)):
            named[index] = named[index - 1]
    return tuple(
        _account(settled, index, part, lines, number, code)
        for index, (part, number, code) in enumerate(zip(parts, named, codes, strict=True))
    )


def _account(
    settled: Settled,
    index: int,
    part: Part,
    lines: Sequence[TypedLine],
    number: Found | None,
    code: Found | None,
) -> OwnAccount:
    segment = settled.segments[index]
    free = part.free(lines)
    values = [item.value for item in settled.signed[segment.first : segment.last]]
    sums = printed_totals(free, frozenset(), values)
    return OwnAccount(
        number,
        code,
        own_title(part, number, lines),
        _period(free, part.rows),
        PrintedTotals(_equal(sums.credits), _equal(sums.debits)),
    )


def _values(named: Sequence[Found | None], but: int) -> frozenset[str]:
    """The accounts' numbers but that of one."""
    others = [*named[:but], *named[but + 1 :]]
    return frozenset(found.value for found in others if found is not None)


def _value(found: Found | None) -> str | None:
    return found.value if found is not None else None


def _goes_on(settled: Settled, index: int) -> bool:
    """Whether an account begins with the balance that the one before ends with, or as called so."""
    before, proof = settled.proofs[index - 1], settled.proofs[index]
    follows = proof.opening is not None and proof.opening in (before.closing, before.chain.end)
    return follows or _is_forward(proof)


def _is_forward(proof: Balances) -> bool:
    label = proof.opening_at.label if proof.opening_at is not None else ""
    return not _FORWARD.isdisjoint(plain(label).split())


def _has_title(part: Part, lines: Sequence[TypedLine]) -> bool:
    """Whether words stand above an account's rows beside its balance and the heads of columns."""
    return any(_is_title(line) for line in (lines[number] for number in part.titles))


def _is_title(line: TypedLine) -> bool:
    words = [cell for cell in line.cells if cell.money is None and cell.date is None]
    is_words = any(c.isalpha() for cell in words for c in cell.text)
    return is_words and not figures_in(line.text) and not is_table_head(line)


def _nearest(numbers: Sequence[Found], titles: range) -> Found | None:
    """The sure number that stands last above the rows; of one line the surest."""
    near = [n for n in numbers if n.line in titles and n.confidence >= _LEAST]
    return max(near, key=lambda n: (n.line, n.confidence), default=None)


def _period(free: Sequence[TypedLine], rows: Sequence[Row]) -> Period:
    """The period that an account's own part prints."""
    dates = [cell.date for row in rows if (cell := row.dates.get("date")) and cell.date]
    period = period_of(free, frozenset(), dates) if free else NO_PERIOD
    sure = period.start.confidence if period.start is not None else 0.0
    return period if sure >= _PRINTED else NO_PERIOD


def _equal(found: Found | None) -> Found | None:
    return found if found is not None and found.confidence >= _EQUAL else None


def in_one(settled: Settled, accounts: Sequence[OwnAccount]) -> bool:
    """Whether all segments are of one account: rows were cut where some could not be read.

    The later ones go on with a balance that is called brought forward.
    """
    same = len({account.key for account in accounts}) == 1 and accounts[0].number is not None
    return same and all(_is_forward(proof) for proof in settled.proofs[1:])
