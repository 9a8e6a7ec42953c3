"""What the rows teach about tables of banks: how columns of these names were read before.

A person's plan, or one that a person confirmed, is followed for every later file with the same
columns. Nothing of it is stored but the rows themselves, and what is forgotten.
"""

from typing import Final

from msgspec.structs import replace

from engine.records import ColumnPlan
from engine.store import Store
from engine.store.column_plans import SaidPlan

_PREFIX: Final = "columns:"


class ColumnMemory:
    """Learned from the rows, and anew after ``look_again``; nothing of it is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looks = 0
        self._known: tuple[int, tuple[SaidPlan, ...]] | None = None

    def look_again(self) -> None:
        """Forget what was learned: a person's word has changed a row."""
        self._looks += 1

    def plans(self, upload_id: str = "") -> tuple[ColumnPlan, ...]:
        """The plans to follow for an upload: its own first, then the newest for each table."""
        said, own = self._said(), self._own(upload_id)
        others: dict[str, ColumnPlan] = {}
        for entry in said:
            if entry.upload_id != upload_id:
                others.setdefault(entry.plan.signature, replace(entry.plan, source="remembered"))
        return (*own, *others.values())

    def _own(self, upload_id: str) -> tuple[ColumnPlan, ...]:
        """What a person said of the upload itself, whatever became of it since."""
        if not upload_id or self._store.find(upload_id) != "bank":
            return ()
        document = self._store.bank.get(upload_id).document
        plan = document.processing_info.columns if document else None
        return (plan,) if plan is not None and plan.source == "person" else ()

    def forget(self, signature: str, *, by: str) -> None:
        """Let what was said of tables with these columns count no more."""
        self._store.vendors.forget([f"{_PREFIX}{signature}"], None, by=by)
        self.look_again()

    def _said(self) -> tuple[SaidPlan, ...]:
        looks, known = self._looks, self._known
        if known is None or known[0] != looks:
            forgotten = {
                row["vendor_key"].removeprefix(_PREFIX): row["forgotten_at"]
                for row in sorted(
                    self._store.vendors.forgotten(), key=lambda row: row["forgotten_at"]
                )
                if row["vendor_key"].startswith(_PREFIX)
            }
            said = tuple(
                entry
                for entry in self._store.column_plans.said()
                if entry.plan.signature not in forgotten
                or entry.said_at > forgotten[entry.plan.signature]
            )
            known = (looks, said)
            self._known = known
        return known[1]
