"""Number and currency of each account of a file, by the titles above its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.currencies import CODES, currency_of
from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Segment
from engine.extraction.statements.solving.settle import Settled

_TITLE_LINES: Final = 10
"""Lines above an account's rows in which its currency may stand."""
_FORWARD: Final = frozenset(
    {"forward", "brought", "fwd", "bf", "carried", "ubertrag", "vortrag", "report", "transport"}
    | {"transporte", "riporto", "overfort", "siirto", "devreden", "przeniesienia", "繰越", "承前"}
)
"""Words of a balance that goes on from another page."""
_LEAST: Final = 0.35
"""How sure a number must be to be that of the rows under it."""


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The account of one segment of rows."""

    number: Found | None = None
    currency: Found | None = None

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

    An account without a number or a currency of its own has that of the account before, or of the
    whole document.
    """
    if len(settled.segments) < 2:
        return (OwnAccount(next(iter(numbers), None), currency),)
    result: list[OwnAccount] = []
    before = OwnAccount(next(iter(numbers), None), currency)
    for segment in settled.segments:
        first = _first_line(settled, segment)
        titles = range(segment.first_line, first)
        number = _nearest(numbers, titles) or before.number
        code = _currency(lines, titles, first, settled.rows[segment.first : segment.last])
        before = OwnAccount(number, code or currency)
        result.append(before)
    return tuple(result)


def _first_line(settled: Settled, segment: Segment) -> int:
    rows = settled.rows[segment.first : segment.last]
    return min((row.lines[0] for row in rows), default=segment.last_line)


def _nearest(numbers: Sequence[Found], titles: range) -> Found | None:
    """The sure number that stands last above the rows; of one line the surest."""
    near = [n for n in numbers if n.line in titles and n.confidence >= _LEAST]
    return max(near, key=lambda n: (n.line, n.confidence), default=None)


def _currency(
    lines: Sequence[TypedLine], titles: range, first: int, rows: Sequence[Row]
) -> Found | None:
    """The currency by the amounts' own signs, else the last code above the rows."""
    signs = Counter(
        code
        for row in rows
        for cell in row.money.values()
        if cell.money is not None and cell.money.currency
        if (code := currency_of(cell.money.currency))
    )
    if signs and len(signs) == 1:
        code = next(iter(signs))
        row = next(r for r in rows for c in r.money.values() if c.money and c.money.currency)
        line = lines[row.lines[0]]
        return found_on(code, [w for cell in line.cells for w in cell.words], line, 0.9)
    for line in reversed(lines[max(titles.start, first - _TITLE_LINES) : first + 1]):
        for cell in line.cells:
            for word in cell.words:
                if word.text.strip("().,:") in CODES and cell.money is None:
                    return found_on(word.text.strip("().,:"), [word], line, 0.9)
    return None


def in_one(settled: Settled, accounts: Sequence[OwnAccount]) -> bool:
    """Whether all segments are of one account: rows were cut where some could not be read.

    The later ones go on with a balance that is called brought forward.
    """
    same = len({account.key for account in accounts}) == 1 and accounts[0].number is not None
    openings = [proof.opening_at for proof in settled.proofs[1:]]
    return same and all(
        opening is not None and not _FORWARD.isdisjoint(plain(opening.label).split())
        for opening in openings
    )
