"""Matching by hand: what chosen records come to, candidates, one step or many, and undo."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from engine.matching.by_hand import HandBalance
from engine.processing.accepting import AcceptPlan
from engine.processing.hand_desk import HandMatch
from engine.processing.ignored_lines import heed_again, ignore, ignored_lines
from engine.processing.run_undoing import Step
from engine.records import Match
from engine.services.rooms import Rooms
from engine.store import Choice


class HandMatching(Rooms):
    """What a person can do in a run beyond deciding about one proposal."""

    def weigh_by_hand(
        self,
        invoice_ids: Collection[str],
        transaction_ids: Collection[str],
        rate: Decimal | None = None,
    ) -> HandBalance:
        """What chosen records come to, and the names that their difference can have."""
        return self._hand_desk.weigh(invoice_ids, transaction_ids, rate)

    def candidates(
        self,
        reconciliation_id: str,
        *,
        invoice_ids: Collection[str] = (),
        transaction_ids: Collection[str] = (),
        most: int = 12,
    ) -> tuple[Match, ...]:
        """What could settle chosen records of a run, the likeliest first, with reasons."""
        return self._hand_desk.candidates(reconciliation_id, invoice_ids, transaction_ids, most)

    def match_by_hand(
        self, reconciliation_id: str, made: HandMatch, *, row_version: int, by: str | None = None
    ) -> tuple[int, Match]:
        """Store what a person put together, confirmed; the new row version, and the match."""
        return self._hand_desk.match(
            reconciliation_id, made, row_version=row_version, by=self._name(by)
        )

    def plan_acceptance(self, reconciliation_id: str, least: float) -> AcceptPlan:
        """What accepting every proposal from a probability on would do; nothing is stored."""
        return self._hand_desk.plan_acceptance(reconciliation_id, least)

    def confirm_many(
        self,
        reconciliation_id: str,
        match_ids: Sequence[str],
        note: str,
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Confirm several proposals as one step that can be undone; the new row version."""
        return self._hand_desk.confirm_many(
            reconciliation_id, match_ids, note, row_version=row_version, by=self._name(by)
        )

    def last_step(self, reconciliation_id: str) -> Step | None:
        """What undoing would take back in a run."""
        return self._hand_desk.last_step(reconciliation_id)

    def undo(self, reconciliation_id: str, *, row_version: int, by: str | None = None) -> int:
        """Take the newest word of a run back; the new row version."""
        return self._hand_desk.undo(reconciliation_id, row_version=row_version, by=self._name(by))

    def ignored_lines(self) -> Mapping[str, Choice]:
        """Bank lines that people took out of matching, by id; the value is the reason."""
        return ignored_lines(self.store)

    def ignore_line(self, transaction_id: str, reason: str, *, by: str | None = None) -> None:
        """Take a bank line out of matching, and why; later runs set it aside."""
        with self._reconciler.deciding():
            held = self._reconciler.held()
            ignore(self.store, held, transaction_id, reason, by=self._name(by))

    def heed_line(self, transaction_id: str, *, by: str | None = None) -> None:
        """Let a bank line take part in matching again."""
        heed_again(self.store, transaction_id, by=self._name(by))
