"""What a rule would have done to past runs: matched again with it and without, nothing stored.

Both are matched over the whole of each run's uploads, so that they differ by the rule alone.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from engine.errors import NotFoundError
from engine.matching import BankLine, MatchOptions, OpenInvoice, match
from engine.matching.rule_conditions import holds
from engine.matching.rules import rules_of_lines
from engine.processing.line_states import LineState, Tally, line_states, tally_of
from engine.processing.reconciler import Reconciler, invoices_of, lines_of
from engine.processing.repeated_records import without_copies
from engine.processing.rule_book import checked
from engine.processing.still_open import HeldRecords
from engine.records import MatchingRule, ReconciliationDocument
from engine.store import Store

_NEW: Final = "new"
_MOST_ROWS: Final = 40_000
_MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that the rule decides about, or that stands elsewhere because of it.

    ``then`` is how the stored run has it, None where the run did not know it.
    """

    line: BankLine
    is_decided: bool
    then: LineState | None
    now: LineState


@dataclass(frozen=True, slots=True)
class RunPreview:
    """One past run with the rule and without; ``lines`` are at most some hundreds of all.

    ``decided`` counts lines that the rule decides about, ``shadowed`` those that it holds for but
    an earlier rule decides, ``changed`` those that stand elsewhere than without it.
    """

    reconciliation_id: str
    run_at: dt.datetime
    decided: int
    shadowed: int
    changed: int
    without: Tally
    with_rule: Tally
    lines: tuple[LineChange, ...]


@dataclass(frozen=True, slots=True)
class RulePreview:
    """The runs that were matched again, newest first, and how many older ones were not."""

    runs: tuple[RunPreview, ...]
    runs_left_out: int


class RulePreviews:
    """Previews over the runs of ``store``."""

    def __init__(self, store: Store, reconciler: Reconciler) -> None:
        self._store = store
        self._reconciler = reconciler

    def preview(self, rule: MatchingRule, position: int | None = None) -> RulePreview:
        """What ``rule`` would have done; one with the id of a stored rule stands in its place.

        Of runs over the same uploads only the newest counts. Runs are matched again, newest first,
        until they have so many rows together; the first always is.

        Args:
            rule: Stored or not; it is taken as if it were on.
            position: Where it would stand, from 1; where it stands, or at the end, without one.

        Raises:
            RuleInvalidError: it cannot do what it says.
        """
        draft = msgspec.structs.replace(
            checked(rule), is_enabled=True, rule_id=rule.rule_id or _NEW
        )
        others, own = self._others(draft, position)
        rejected = self._reconciler.rejected()
        runs: list[RunPreview] = []
        rows, left_out = 0, 0
        for document in self._documents():
            invoices, lines = self._rows(document)
            if not invoices or not lines:
                continue
            rows += len(invoices) + len(lines)
            if runs and rows > _MOST_ROWS:
                left_out += 1
                continue
            info = document.reconciliation_info
            options = MatchOptions(
                threshold=info.confidence_threshold,
                date_window_days=info.date_window_days,
                rejected=rejected,
                rules=others,
            )
            runs.append(_run_preview(document, invoices, lines, options, draft, own))
        return RulePreview(tuple(runs), left_out)

    def _others(
        self, draft: MatchingRule, position: int | None
    ) -> tuple[tuple[MatchingRule, ...], int]:
        """The other rules that are on, and the place of the draft among them."""
        stored = self._store.rules.list()
        place = position or next(
            (s.position for s in stored if s.rule.rule_id == draft.rule_id), len(stored) + 1
        )
        others = [s.rule for s in stored if s.rule.rule_id != draft.rule_id]
        before = [rule for rule in others[: place - 1] if rule.is_enabled]
        return tuple(rule for rule in others if rule.is_enabled), len(before)

    def _documents(self) -> Iterable[ReconciliationDocument]:
        seen: set[frozenset[str]] = set()
        for run in self._store.reconciliations.list():
            document = self._store.reconciliations.get(run.reconciliation_id).document
            sources = frozenset(source.upload_id for source in document.source_documents)
            if sources not in seen:
                seen.add(sources)
                yield document

    def _rows(self, document: ReconciliationDocument) -> tuple[list[OpenInvoice], list[BankLine]]:
        """The rows of the run's uploads as they are now; uploads that are gone have none."""
        invoice_uploads, bank_uploads = [], []
        for source in document.source_documents:
            try:
                if source.kind == "invoice":
                    invoice_uploads.append(self._store.invoices.get(source.upload_id))
                else:
                    bank_uploads.append(self._store.bank.get(source.upload_id))
            except NotFoundError:
                continue
        found = without_copies(
            self._store,
            invoices_of(invoice_uploads, bank_uploads),
            lines_of(bank_uploads),
            HeldRecords(()),
        )
        return found.invoices, found.lines


def _run_preview(
    document: ReconciliationDocument,
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    draft: MatchingRule,
    place: int,
) -> RunPreview:
    rules = (*options.rules[:place], draft, *options.rules[place:])
    decided = {
        line_id
        for line_id, rule in rules_of_lines(lines, rules).items()
        if rule.rule_id == draft.rule_id
    }
    without = match(invoices, lines, options)
    with_rule = without
    if decided:
        ruled = MatchOptions(
            threshold=options.threshold,
            date_window_days=options.date_window_days,
            rejected=options.rejected,
            rules=rules,
        )
        with_rule = match(invoices, lines, ruled)
    numbers = {i.invoice_id: i.invoice_number or i.invoice_id for i in invoices}
    before, after = (
        line_states(r.matched, r.partial, r.unmatched, numbers) for r in (without, with_rule)
    )
    then = line_states(document.matched, document.partial, document.unmatched, numbers)
    shown = [
        LineChange(line, key in decided, then.get(key), after[key])
        for line in lines
        if (key := line.transaction_id) in decided or before[key] != after[key]
    ]
    return RunPreview(
        reconciliation_id=document.reconciliation_id,
        run_at=document.reconciliation_info.run_at,
        decided=len(decided),
        shadowed=sum(holds(draft, line) for line in lines) - len(decided),
        changed=sum(before[key] != after[key] for key in before),
        without=tally_of(without),
        with_rule=tally_of(with_rule),
        lines=tuple(sorted(shown, key=_order)[:_MOST_LISTED]),
    )


def _order(change: LineChange) -> tuple[bool, dt.date, str]:
    """Lines that change first, then by day."""
    is_same = change.then == change.now
    return is_same, change.line.date or dt.date.min, change.line.transaction_id
