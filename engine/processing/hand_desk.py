"""Where a person puts matches together, accepts many at once, and takes steps back."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from engine.errors import (
    AlreadyConfirmedError,
    InvalidInputError,
    NotFoundError,
    PeriodClosedError,
    StaleVersionError,
)
from engine.matching import BankLine, MatchOptions, OpenInvoice
from engine.matching.by_hand import HandBalance, match_by_hand, weigh
from engine.matching.proposing import propose
from engine.processing.accepting import AcceptPlan, plan_acceptance
from engine.processing.ignored_lines import evidence_of, ignored_lines
from engine.processing.match_memory import MatchMemory
from engine.processing.period_locks import locked_lines
from engine.processing.reconciler import Reconciler
from engine.processing.rule_book import RuleBook
from engine.processing.run_changes import find_match
from engine.processing.run_decisions import confirm_many, next_manual_id, put_in
from engine.processing.run_undoing import Step, last_step, undo, was_of
from engine.processing.signature import Signature
from engine.processing.still_open import still_open
from engine.processing.stored_records import chosen_invoices, chosen_lines
from engine.records import Match, ReconciliationDocument, ReconciliationMatch
from engine.records.reconciliation import Treatment
from engine.store import Store

_MOST_AROUND = 4_000
"""Unmatched records up to which all of them are looked at for candidates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandMatch:
    """What a person puts together: records, what the difference is, and why."""

    invoice_ids: tuple[str, ...]
    transaction_ids: tuple[str, ...]
    treatment: Treatment | None = None
    rate: Decimal | None = None
    note: str | None = None


class HandDesk:
    """Matches by hand in the runs of ``store``."""

    def __init__(
        self,
        store: Store,
        reconciler: Reconciler,
        memory: MatchMemory,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._store = store
        self._reconciler = reconciler
        self._memory = memory
        self._clock = clock

    def weigh(
        self, invoice_ids: Collection[str], transaction_ids: Collection[str], rate: Decimal | None
    ) -> HandBalance:
        """What chosen records come to, with what confirmed matches left of each."""
        return weigh(*self._open_of(invoice_ids, transaction_ids), rate)

    def match(
        self, reconciliation_id: str, made: HandMatch, *, row_version: int, by: str
    ) -> tuple[int, Match]:
        """Store a match made by hand, confirmed; the new row version, and the match.

        Raises:
            NotFoundError: there is no such run, or it does not know one of the records.
            StaleVersionError: somebody decided since ``row_version`` was read.
            InvalidInputError: the records cannot settle each other, or the difference has no name.
            PeriodClosedError: one of its lines lies in a closed period.
            AlreadyConfirmedError: confirmed matches leave too little of one of its records.
        """
        with self._reconciler.deciding():
            document = self._current(reconciliation_id, row_version).document
            _refuse_unknown(document, made)
            invoices, lines = self._open_of(made.invoice_ids, made.transaction_ids)
            self._refuse_settled(made, invoices, lines)
            signature = Signature(by=by, at=self._clock())
            match = _signed(
                match_by_hand(
                    next_manual_id(document),
                    invoices,
                    lines,
                    made.treatment,
                    rate=made.rate,
                    note=made.note,
                ),
                signature,
            )
            self._refuse([match], is_confirming=True)
            after = put_in(document, match, signature, _said(match, invoices))
            version = self._save(reconciliation_id, after, row_version)
            return version, find_match(after, match.match_id)

    def confirm_many(
        self,
        reconciliation_id: str,
        match_ids: Sequence[str],
        note: str,
        *,
        row_version: int,
        by: str,
    ) -> int:
        """Confirm several proposals as one step; the new row version. All of them, or none.

        Raises:
            NotFoundError, InvalidInputError: one of them is not there, or is no proposal.
            StaleVersionError: somebody decided since ``row_version`` was read.
            PeriodClosedError: one of their lines lies in a closed period.
            AlreadyConfirmedError: confirmed matches leave too little of one of their records.
        """
        with self._reconciler.deciding():
            document = self._current(reconciliation_id, row_version).document
            signature = Signature(by=by, at=self._clock())
            after = confirm_many(document, match_ids, signature, note)
            self._refuse([find_match(after, key) for key in match_ids], is_confirming=True)
            return self._save(reconciliation_id, after, row_version)

    def plan_acceptance(self, reconciliation_id: str, least: float) -> AcceptPlan:
        """What accepting every proposal of a run from a probability on would do."""
        document = self._store.reconciliations.get(reconciliation_id).document
        lines = {
            t
            for m in (*document.matched, *document.partial)
            if m.decision == "proposed" and m.confidence >= least
            for t in m.transaction_ids
        }
        locked = {*locked_lines(self._store, lines), *ignored_lines(self._store)}
        return plan_acceptance(document, least, self._reconciler.held(), locked)

    def last_step(self, reconciliation_id: str) -> Step | None:
        """What undoing would take back in a run."""
        return last_step(self._store.reconciliations.get(reconciliation_id).document)

    def undo(self, reconciliation_id: str, *, row_version: int, by: str) -> int:
        """Take the newest word of a run back, as one more entry; the new row version.

        Raises:
            NotFoundError: there is no such run.
            StaleVersionError: somebody decided since ``row_version`` was read.
            InvalidInputError: there is nothing to undo.
            PeriodClosedError: a match that would change lies in a closed period.
            AlreadyConfirmedError: what would be confirmed again is held by others now.
        """
        with self._reconciler.deciding():
            document = self._current(reconciliation_id, row_version).document
            after = undo(document, Signature(by=by, at=self._clock()))
            step = last_step(document)
            if step is not None and "confirmed" in (was_of(step), step.entry.before):
                moved = [find_match(document, key) for key in step.match_ids]
                self._refuse(moved, is_confirming=step.entry.before == "confirmed")
            return self._save(reconciliation_id, after, row_version)

    def candidates(
        self,
        reconciliation_id: str,
        invoice_ids: Collection[str],
        transaction_ids: Collection[str],
        most: int,
    ) -> tuple[Match, ...]:
        """What could settle the chosen records among those that the run left open, best first."""
        document = self._store.reconciliations.get(reconciliation_id).document
        bills, lines = _around(document, is_for_lines=bool(transaction_ids))
        records = self._open_of({*bills, *invoice_ids}, {*lines, *transaction_ids})
        if not all(records):
            return ()
        info = document.reconciliation_info
        options = MatchOptions(
            threshold=info.confidence_threshold,
            date_window_days=info.date_window_days,
            rates=info.rates,
            rejected=self._reconciler.rejected(),
            lessons=self._memory.lessons(),
            rules=RuleBook(self._store).in_force(),
            ignored={
                key: evidence_of(choice) for key, choice in ignored_lines(self._store).items()
            },
        )
        return propose(
            *records,
            options,
            invoice_ids=invoice_ids,
            transaction_ids=transaction_ids,
            most=most,
        )

    def _open_of(
        self, invoice_ids: Collection[str], transaction_ids: Collection[str]
    ) -> tuple[list[OpenInvoice], list[BankLine]]:
        """The records with what confirmed matches left of them; those settled are left out."""
        opening = still_open(
            chosen_invoices(self._store, invoice_ids),
            chosen_lines(self._store, transaction_ids),
            self._reconciler.held(),
        )
        return opening.invoices, opening.lines

    def _refuse_settled(
        self, made: HandMatch, invoices: Sequence[OpenInvoice], lines: Sequence[BankLine]
    ) -> None:
        """Every chosen record has to be there, and something of it open."""
        held = self._reconciler.held()
        bills = set(made.invoice_ids) - {i.invoice_id for i in invoices}
        used = set(made.transaction_ids) - {t.transaction_id for t in lines}
        settled = [
            *(held.of("invoice", key) for key in sorted(bills)),
            *(held.of("transaction", key) for key in sorted(used)),
        ]
        if None in settled:
            raise NotFoundError("record", next(iter(sorted(bills | used))))
        days = [one.run_at for one in settled if one is not None]
        if days:
            raise AlreadyConfirmedError(len(used), f"{max(days):%d %B %Y}", len(bills))

    def _current(self, reconciliation_id: str, row_version: int) -> ReconciliationMatch:
        row = self._store.reconciliations.get(reconciliation_id)
        if row.row_version != row_version:
            raise StaleVersionError("This reconciliation", row_version, row.row_version)
        return row

    def _refuse(self, matches: Sequence[Match], *, is_confirming: bool) -> None:
        """Refuse what closed periods or other confirmed matches forbid, in two questions."""
        lines = {t for match in matches for t in match.transaction_ids}
        for closing in locked_lines(self._store, lines).values():
            raise PeriodClosedError("A match", closing.closed_up_to, closing.account_number)
        if is_confirming:
            used = [key for m in matches for key in (*m.invoice_ids, *m.transaction_ids)]
            if len(used) > len(set(used)):
                raise InvalidInputError(
                    "Two of these matches want the same record.", "Accept them one by one."
                )
            self._reconciler.refuse_second_use(*matches)

    def _save(
        self, reconciliation_id: str, document: ReconciliationDocument, row_version: int
    ) -> int:
        return self._store.reconciliations.save_document(
            reconciliation_id, document, row_version=row_version
        )


def _around(document: ReconciliationDocument, *, is_for_lines: bool) -> tuple[list[str], list[str]]:
    """Ids of what candidates are looked for among; in a large run the other side's open ones."""
    left_over = document.unmatched
    aside = {t for found in left_over.set_aside for t in found.transaction_ids}
    bills = list(left_over.invoices)
    lines = [t for t in left_over.bank_transactions if t not in aside]
    proposed = [m for m in (*document.matched, *document.partial) if m.decision == "proposed"]
    more_bills = [i for m in proposed for i in m.invoice_ids]
    more_lines = [t for m in proposed for t in m.transaction_ids]
    if len(bills) + len(lines) + len(more_bills) + len(more_lines) <= _MOST_AROUND:
        return bills + more_bills, lines + more_lines
    return (bills, []) if is_for_lines else ([], lines)


def _refuse_unknown(document: ReconciliationDocument, made: HandMatch) -> None:
    """Only what the run left open, or holds, can be matched in it; copies cannot."""
    if not made.invoice_ids or not made.transaction_ids:
        raise InvalidInputError("Choose at least one bank line and one invoice.")
    matches = (*document.matched, *document.partial)
    invoices = {*document.unmatched.invoices, *(i for m in matches for i in m.invoice_ids)}
    lines = {
        *document.unmatched.bank_transactions,
        *(t for m in matches for t in m.transaction_ids),
    }
    for what, wanted, known in (
        ("invoice", made.invoice_ids, invoices),
        ("bank line", made.transaction_ids, lines),
    ):
        missing = next((key for key in wanted if key not in known), None)
        if missing is not None:
            raise NotFoundError(what, missing)


def _signed(match: Match, signature: Signature) -> Match:
    return msgspec.structs.replace(
        match, decision="confirmed", decided_by=signature.by, decided_at=signature.at
    )


def _said(match: Match, invoices: Sequence[OpenInvoice]) -> str:
    """What the history says of a match made by hand, without ids."""
    numbers = [i.invoice_number or "an invoice without a number" for i in invoices]
    shown = ", ".join(numbers[:5]) + (f" and {len(numbers) - 5} more" if len(numbers) > 5 else "")
    lines = len(match.transaction_ids)
    said = f"{lines} bank line{'s' if lines > 1 else ''} with {shown}"
    if match.difference:
        said += f"; difference {match.difference} {match.currency or ''}".rstrip()
        said += f": {(match.difference_treatment or 'open').replace('_', ' ')}"
    return f"{said}: {match.note}" if match.note else said
