"""Where the policy of automatic acceptance is kept, and followed after each run."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from engine.matching.memory import party_key
from engine.processing.accepting import plan_acceptance
from engine.processing.automatic import (
    AUTOMATIC,
    TOPIC,
    AutoPlan,
    AutoPolicy,
    PartyDecision,
    checked_policy,
    earned_by,
    plan_automatic,
    policy_of,
    policy_value,
    shadowed,
)
from engine.processing.ignored_lines import ignored_lines
from engine.processing.period_locks import locked_lines
from engine.processing.reconciler import Reconciler
from engine.processing.run_decisions import confirm_many
from engine.processing.signature import Signature
from engine.processing.stored_records import chosen_invoices, invoice_of
from engine.records import ReconciliationDocument, ReconciliationMatch
from engine.store import Choice, Store


class AutomaticDesk:
    """Automatic acceptance in the runs of ``store``."""

    def __init__(
        self, store: Store, reconciler: Reconciler, clock: Callable[[], dt.datetime]
    ) -> None:
        self._store = store
        self._reconciler = reconciler
        self._clock = clock

    def policy(self) -> AutoPolicy:
        """What counts now; off where nobody chose."""
        kept = self._store.choices.get(TOPIC)
        return policy_of(kept.value if kept else None)

    def history(self) -> tuple[Choice, ...]:
        """Who chose which policy when, the newest first."""
        return self._store.choices.history(TOPIC)

    def choose(self, policy: AutoPolicy, *, by: str) -> None:
        """Let a policy count from the next run on.

        Raises:
            InvalidInputError: it cannot be followed.
        """
        self._store.choices.choose(TOPIC, "", policy_value(checked_policy(policy)), by=by)

    def plan(self, reconciliation_id: str, policy: AutoPolicy) -> AutoPlan:
        """What a policy would choose of a run as it is now; nothing is stored."""
        document = self._store.reconciliations.get(reconciliation_id).document
        return self._plan(document, checked_policy(policy))

    def follow(self, row: ReconciliationMatch) -> ReconciliationMatch:
        """Do with a new run what the policy says; the run as it is stored then."""
        policy = self.policy()
        if policy.mode == "off":
            return row
        with self._reconciler.deciding():
            plan = self._plan(row.document, policy)
            if not plan.matches:
                return row
            document = self._after(row.document, policy, plan)
            self._store.reconciliations.save_document(
                row.reconciliation_id, document, row_version=row.row_version
            )
        return self._store.reconciliations.get(row.reconciliation_id)

    def _after(
        self, document: ReconciliationDocument, policy: AutoPolicy, plan: AutoPlan
    ) -> ReconciliationDocument:
        signature = Signature(by=AUTOMATIC, at=self._clock())
        note = _note(policy, plan)
        if policy.mode == "shadow":
            return shadowed(document, plan.matches, signature, note)
        return confirm_many(document, [m.match_id for m in plan.matches], signature, note)

    def _plan(self, document: ReconciliationDocument, policy: AutoPolicy) -> AutoPlan:
        both = (*document.matched, *document.partial)
        sure = [m for m in both if m.decision == "proposed" and m.confidence >= policy.least]
        lines = {t for m in sure for t in m.transaction_ids}
        locked = {*locked_lines(self._store, lines), *ignored_lines(self._store)}
        acceptable = plan_acceptance(document, policy.least, self._reconciler.held(), locked)
        ids = {i for m in acceptable.matches for i in m.invoice_ids}
        parties = {
            bill.invoice_id: bill.counterparty or "" for bill in chosen_invoices(self._store, ids)
        }
        return plan_automatic(policy, acceptable, parties, earned_by(self._decisions()))

    def _decisions(self) -> list[PartyDecision]:
        query = self._store.analytics.query
        bills = {row["invoice_id"]: invoice_of(row) for row in query("decided_invoices")}
        return [
            PartyDecision(
                parties=tuple(
                    {
                        party_key(bills[i].counterparty or "")
                        for i in row["invoice_ids"]
                        if i in bills
                    }
                ),
                is_confirmed=row["decision"] == "confirmed",
                decided_by=row["decided_by"],
            )
            for row in query("decided_matches")
            if not row["is_manual"]
        ]


def _note(policy: AutoPolicy, plan: AutoPlan) -> str:
    count = len(plan.matches)
    sums = ", ".join(f"{amount:,} {code}".rstrip() for code, amount in plan.sums.items())
    return (
        f"{count:,} match{'' if count == 1 else 'es'}, {sums or Decimal(0)}, at least "
        f"{policy.least:.1%} sure, {policy.earned} earned"
    )
