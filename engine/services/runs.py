"""Reconciling: runs that match invoices with payments, and decisions about their matches."""

from collections.abc import Callable, Sequence

from engine.matching.memory import Lesson
from engine.processing.automatic import AutoPlan, AutoPolicy
from engine.processing.line_states import Tally
from engine.processing.run_settings import RunSettings
from engine.records import ReconciliationMatch
from engine.records.reconciliation import Decision
from engine.services.rooms import Rooms
from engine.store import Choice


class Runs(Rooms):
    """What can be done with invoices and payments together."""

    def reconcile(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        *,
        threshold: float | None = None,
        date_window_days: int | None = None,
        settings: RunSettings | None = None,
        by: str | None = None,
        on_step: Callable[[str, float], None] | None = None,
    ) -> ReconciliationMatch:
        """Match the uploads' invoices with their transactions and keep the run.

        ``settings`` stand for the installation's own with the two given values; ``on_step`` is told
        what is done next, and the share of the work done by then. What the policy of automatic
        acceptance chooses of the run is confirmed, or noted, before it is returned.
        """
        chosen = settings or self.run_settings(threshold, date_window_days)
        row = self._reconciler.run(
            invoice_upload_ids,
            bank_upload_ids,
            chosen,
            by=self._name(by),
            on_step=on_step or (lambda step, share: None),
        )
        return self._automatic.follow(row)

    def preview_run(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        settings: RunSettings,
    ) -> Tally:
        """The figures that a run would come to; nothing is stored."""
        return self._reconciler.preview(invoice_upload_ids, bank_upload_ids, settings)

    def run_settings(
        self, threshold: float | None = None, date_window_days: int | None = None
    ) -> RunSettings:
        """The installation's settings of a run, with these values where they are given."""
        own = self.settings
        return RunSettings(
            threshold=own.match_threshold if threshold is None else threshold,
            date_window_days=(
                own.match_date_window_days if date_window_days is None else date_window_days
            ),
        )

    def reconciliation(self, reconciliation_id: str) -> ReconciliationMatch:
        """One run, with its record."""
        return self.store.reconciliations.get(reconciliation_id)

    def decide(
        self,
        reconciliation_id: str,
        match_id: str,
        decision: Decision,
        *,
        row_version: int,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Confirm or reject a match, or take that back; the new row version."""
        return self._reconciler.decide(
            reconciliation_id,
            match_id,
            decision,
            row_version=row_version,
            by=self._name(by),
            reason=reason,
        )

    def known_about_matches(self) -> Sequence[Lesson]:
        """What decisions about matches taught later runs, in words."""
        return self._match_memory.known()

    def forget_about_matches(self, subject: str | None = None, *, by: str | None = None) -> None:
        """Let decisions up to now teach nothing more about a subject, or about any."""
        self._match_memory.forget(subject, by=self._name(by))

    def automatic_policy(self) -> AutoPolicy:
        """What is accepted without a person; off unless somebody chose otherwise."""
        return self._automatic.policy()

    def automatic_history(self) -> tuple[Choice, ...]:
        """Who chose which policy when, the newest first."""
        return self._automatic.history()

    def plan_automatic(self, reconciliation_id: str, policy: AutoPolicy) -> AutoPlan:
        """What a policy would choose of a run as it is now; nothing is stored."""
        return self._automatic.plan(reconciliation_id, policy)

    def choose_automatic_policy(self, policy: AutoPolicy, *, by: str | None = None) -> None:
        """Let a policy count from the next run on."""
        self._automatic.choose(policy, by=self._name(by))
