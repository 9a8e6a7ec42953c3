"""What a ledger's own arithmetic says of its entries, and how sure each is then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import Entry, Ledger
from engine.extraction.statements.solving.chain import (
    Chain,
    first_in_time,
    follow,
    gap_sentence,
    stretches,
)
from engine.records.bank import BalanceGap, ProofStatus, StatementProof

_COVERED: Final = 0.998
_CLOSED: Final = 0.995
_ENOUGH: Final = 3
"""Covered entries that show how the others are written."""
_SIGN_KNOWN: Final = 0.97
_IN_A_GAP: Final = 0.6
"""Factor for entries between balances that do not follow from each other."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One ledger's chain of balances, and whether opening, entries and closing agree.

    ``closes`` is None where one of the balances is not told.
    """

    ledger: Ledger
    chain: Chain
    closes: bool | None
    wrong_totals: tuple[tuple[Decimal, Decimal], ...] = ()

    @property
    def proven(self) -> int:
        """Entries that told balances vouch for.

        The first balance implies the opening one where none is told: the first entry in time is
        proven with the others then, when they are enough to show how amounts and signs are written.
        """
        count = len(self.ledger.entries)
        covered = len(self.chain.covered)
        if self.closes or (covered == count - 1 >= _ENOUGH and self._begins_plainly()):
            return count
        return covered

    def _begins_plainly(self) -> bool:
        """Whether only the first entry in time is not covered, its sign and balance known."""
        index = first_in_time(self.chain, len(self.ledger.entries))
        entry = self.ledger.entries[index]
        is_told = entry.amount is not None and entry.balance is not None and not entry.checks
        return (
            self.ledger.opening is None
            and is_told
            and index not in self.chain.covered
            and entry.certainty >= _SIGN_KNOWN
            and not self.chain.gaps
        )

    def confidence(self, index: int, doubted: frozenset[int]) -> float:
        """The probability, 0..1, that an entry is right; ``doubted`` are those in a gap."""
        entry = self.ledger.entries[index]
        if entry.amount is None:
            return 0.1
        value = entry.certainty
        if index in self.chain.covered:
            value = _COVERED
        elif index in doubted:
            value *= _IN_A_GAP
        elif self.closes:
            value = _CLOSED
        if entry.checks:
            value = min(value, 0.9)
        day = entry.day_certainty if entry.date is not None else 0.3
        return round(min(value, day), 4)


def proof_of(ledger: Ledger) -> Proof:
    """Follow the balances of ``ledger`` through its entries."""
    amounts = [entry.amount for entry in ledger.entries]
    balances = [entry.balance for entry in ledger.entries]
    chain = follow(amounts, balances, ledger.opening)
    closes = None
    if ledger.opening is not None and ledger.closing is not None and None not in amounts:
        total = sum((a for a in amounts if a is not None), Decimal(0))
        closes = ledger.opening + total == ledger.closing
    return Proof(ledger, chain, closes, _wrong_totals(ledger))


def _wrong_totals(ledger: Ledger) -> tuple[tuple[Decimal, Decimal], ...]:
    """Told totals of debits or credits that the entries do not make: expected and told."""
    amounts = [entry.amount for entry in ledger.entries if entry.amount is not None]
    if len(amounts) < len(ledger.entries) or not amounts:
        return ()
    debits = -sum((a for a in amounts if a < 0), Decimal(0))
    credits_ = sum((a for a in amounts if a > 0), Decimal(0))
    pairs = ((debits, ledger.total_debits), (credits_, ledger.total_credits))
    return tuple(
        (made, abs(told)) for made, told in pairs if told is not None and made != abs(told)
    )


def gaps_of(
    proof: Proof, first: int, ids: Sequence[str], page_of: Callable[[int], int]
) -> list[BalanceGap]:
    """The gaps of a ledger whose entries begin at ``first`` of ``ids``.

    ``page_of`` gives the page of an entry of the file; what the file states stands on the first.
    """
    ledger, found = proof.ledger, []
    for gap in proof.chain.gaps:
        found.append(
            BalanceGap(
                account_number=ledger.account_number,
                after_transaction=None if gap.before is None else ids[first + gap.before],
                page=page_of(first + gap.row),
                transaction=ids[first + gap.row],
                expected=gap.expected,
                printed=gap.printed,
                difference=gap.printed - gap.expected,
            )
        )
    outside = list(proof.wrong_totals)
    if proof.closes is False and not proof.chain.gaps and ledger.closing is not None:
        opening = ledger.opening or Decimal(0)
        total = sum((e.amount for e in ledger.entries if e.amount is not None), opening)
        outside.insert(0, (total, ledger.closing))
    for expected, told in outside:
        found.append(
            BalanceGap(
                account_number=ledger.account_number,
                page=1,
                expected=expected,
                printed=told,
                difference=told - expected,
            )
        )
    return found


def doubted_in(proof: Proof) -> dict[int, str]:
    """For each entry between balances that do not follow: the sentence that says so."""
    sentences: dict[int, str] = {}
    for gap, indexes in stretches(proof.chain, len(proof.ledger.entries)):
        sentences.update(dict.fromkeys(indexes, gap_sentence(gap)))
    return sentences


def statement_proof(proofs: Sequence[Proof], gaps: Sequence[BalanceGap]) -> StatementProof:
    """How far the whole file proves itself."""
    rows = sum(len(proof.ledger.entries) for proof in proofs)
    proven = sum(proof.proven for proof in proofs)
    entries: list[Entry] = [entry for proof in proofs for entry in proof.ledger.entries]
    is_doubtful = any(entry.checks or entry.amount is None for entry in entries)
    return StatementProof(
        status=_status(rows, proven, bool(gaps), is_doubtful),
        sentence=_sentence(rows, proven, len(gaps)),
        rows_total=rows,
        rows_proven=proven,
        gaps=tuple(gaps),
    )


def _status(rows: int, proven: int, has_gaps: bool, is_doubtful: bool) -> ProofStatus:
    if has_gaps:
        return "gaps"
    if not proven:
        return "unproven"
    return "proven" if proven == rows and not is_doubtful else "agrees"


def _sentence(rows: int, proven: int, gaps: int) -> str:
    if not rows:
        return "There are no transactions."
    if gaps:
        places = "one place" if gaps == 1 else f"{gaps} places"
        return f"{proven} of {rows} rows agree with the balances; in {places} they do not follow."
    if not proven:
        return "The file gives no balances that could prove the rows."
    if proven == rows:
        one = "The only row agrees" if rows == 1 else f"All {rows} rows agree"
        return f"{one} with the balances in the file."
    return f"{proven} of {rows} rows agree with the balances in the file."
