"""How far a statement's own arithmetic proves its rows: a status, a sentence, and the gaps.

A status is only as good as its worst account. What is not printed proves nothing, and nothing that
stays doubtful is called proven.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.chain import first_in_time
from engine.extraction.statements.solving.doubts import Cause, Doubt
from engine.extraction.statements.solving.settle import Settled
from engine.records.bank import BalanceGap, ProofStatus, StatementProof

_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]

_UNREAD: Final = "No transactions were found, though some lines look like them."


@dataclass(frozen=True, slots=True)
class Verdict:
    """The proof as it is stored, and the rows that printed figures vouch for."""

    proof: StatementProof
    vouched: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Hole:
    """A gap with the rows that it lies between; None for what stands outside the rows."""

    gap: BalanceGap
    before: int | None
    row: int | None


def verdict_of(
    settled: Settled,
    days: Sequence[dt.date | None],
    doubts: Sequence[Doubt],
    numbers: Sequence[str | None],
    ids: Sequence[str],
    *,
    by_sums: bool = False,
    is_unread: bool = False,
) -> Verdict:
    """What the arithmetic of all accounts says.

    Args:
        settled: the chosen reading.
        days: the rows' dates.
        doubts: what else is doubtful about rows.
        numbers: the account number of each segment.
        ids: the rows' transaction ids.
        by_sums: printed sums of what was paid and received vouch for all rows; they count where
            no balance does.
        is_unread: there are no rows although lines look like some.
    """
    vouched = frozenset(vouched_rows(settled))
    by_sums = by_sums and not vouched
    if by_sums:
        vouched = frozenset(range(len(settled.rows)))
    holes = list(_holes(settled, numbers, ids))
    status = "unproven" if is_unread and not holes else _status(settled, vouched, holes, doubts)
    proof = StatementProof(
        status=status,
        sentence=_UNREAD
        if is_unread and not holes
        else _sentence(
            settled, status, vouched, holes, doubts, days, "sums" if by_sums else "balances"
        ),
        rows_total=len(settled.rows),
        rows_proven=len(settled.rows) if status == "proven" else len(vouched),
        gaps=tuple(hole.gap for hole in holes),
    )
    return Verdict(proof, vouched)


def vouched_rows(settled: Settled) -> Iterator[int]:
    """Rows whose amounts follow from printed balances around them."""
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        if proof.closes:
            yield from range(segment.first, segment.last)
        else:
            yield from (segment.first + index for index in proof.chain.covered)


def _status(
    settled: Settled,
    vouched: frozenset[int],
    holes: Sequence[_Hole],
    doubts: Sequence[Doubt],
) -> ProofStatus:
    if holes:
        return "gaps"
    if not settled.rows:
        first = settled.proofs[0]
        return "proven" if first.closes else "unproven"
    if not vouched:
        return "unproven"
    missing = [row for row in range(len(settled.rows)) if row not in vouched]
    begins = {
        s.first + first_in_time(p.chain, s.last - s.first)
        for s, p in _accounts(settled)
        if p.opening is None
    }
    if doubts or any(row not in begins or not _is_signed(settled, row) for row in missing):
        return "agrees"
    is_clear = all(each.value is not None and each.is_certain for each in settled.signed)
    return "proven" if is_clear else "agrees"


def _accounts(settled: Settled) -> Iterator[tuple[Segment, Balances]]:
    return zip(settled.segments, settled.proofs, strict=True)


def _is_signed(settled: Settled, row: int) -> bool:
    """Whether the page itself says which way the row's amount goes, or its like are proven."""
    source = settled.signed[row].source
    if source != "convention":
        return source != "arithmetic"
    return sum(signed.source == "convention" for signed in settled.signed) > 3


def _holes(settled: Settled, numbers: Sequence[str | None], ids: Sequence[str]) -> Iterator[_Hole]:
    for number, (segment, proof) in zip(numbers, _accounts(settled), strict=True):
        for gap in proof.chain.gaps:
            row = segment.first + gap.row
            before = None if gap.before is None else segment.first + gap.before
            page = settled.rows[row].page_number
            yield _hole(number, page, before, row, ids, gap.expected, gap.printed)
        end, closing = proof.chain.end, proof.closing
        if proof.closes is False and not proof.chain.gaps and end is not None and closing:
            page = proof.closing_at.page_number if proof.closing_at else 1
            yield _hole(number, page, _last_known(segment, proof), None, ids, end, closing)


def _hole(
    number: str | None,
    page: int,
    before: int | None,
    row: int | None,
    ids: Sequence[str],
    expected: Decimal,
    printed: Decimal,
) -> _Hole:
    gap = BalanceGap(
        account_number=number,
        page=page,
        after_transaction=None if before is None else ids[before],
        transaction=None if row is None else ids[row],
        expected=expected,
        printed=printed,
        difference=printed - expected,
    )
    return _Hole(gap, before, row)


def _last_known(segment: Segment, proof: Balances) -> int | None:
    """The row of the last balance that follows; None when only the opening balance is known."""
    agreeing = proof.chain.agreeing
    if not agreeing:
        return None
    return segment.first + (min(agreeing) if proof.chain.newest_first else max(agreeing))


def _sentence(
    settled: Settled,
    status: ProofStatus,
    vouched: frozenset[int],
    holes: Sequence[_Hole],
    doubts: Sequence[Doubt],
    days: Sequence[dt.date | None],
    figures: str,
) -> str:
    count = len(settled.rows)
    if holes:
        return _hole_sentence(settled, len(vouched), holes, days)
    if not count:
        return "There are no transactions."
    if status == "unproven":
        return "No balances are printed that could prove the rows."
    if len(vouched) < count and status == "agrees":
        return f"{len(vouched)} of {count} rows agree with the printed balances."
    text = (
        f"The only row agrees with the printed {figures}"
        if count == 1
        else f"All {count} rows agree with the printed {figures}"
    )
    return text + (_reservation(doubts) if status == "agrees" else "") + "."


_ABOUT: Final[dict[Cause, str]] = {
    "no_date": "the date",
    "undated": "the date",
    "no_year": "the year",
    "year": "the year",
    "other_day": "the date",
    "stated_day": "the date",
    "day_or_month": "day and month",
    "far_date": "the date",
    "order": "the date",
    "no_text": "the description",
    "text": "the description",
    "row": "a row beside",
    "direction": "the sign",
    "words": "the recognised text",
    "repaired": "the amount",
    "nothing": "a row of 0.00",
}


def _reservation(doubts: Sequence[Doubt]) -> str:
    """What the sums do not vouch for, in a few words."""
    rows = len({doubt.row for doubt in doubts})
    if not rows:
        return ""
    about = " and ".join(dict.fromkeys(_ABOUT[doubt.cause] for doubt in doubts))
    return f"; in {rows} of them {about} may be wrong" if rows > 1 else f"; {about} may be wrong"


def _hole_sentence(
    settled: Settled, agreeing: int, holes: Sequence[_Hole], days: Sequence[dt.date | None]
) -> str:
    first, count = holes[0], len(settled.rows)
    more = f", and there are {len(holes) - 1} more such places" if len(holes) > 1 else ""
    start = _place(settled, first.before, days) or "the opening balance"
    end = _place(settled, first.row, days) or f"the closing balance (page {first.gap.page})"
    return (
        f"Balances agree for {agreeing} of {count} rows; between {start} and {end} "
        f"{first.gap.difference:,.2f} is missing{more}."
    )


def _place(settled: Settled, row: int | None, days: Sequence[dt.date | None]) -> str | None:
    if row is None:
        return None
    day = days[row]
    page = f"page {settled.rows[row].page_number}"
    return f"{day.day} {_MONTHS[day.month - 1]} ({page})" if day else f"row {row + 1} ({page})"
