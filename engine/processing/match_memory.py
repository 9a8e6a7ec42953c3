"""What decisions about matches teach later runs, as it is now, and how it is forgotten."""

from collections.abc import Collection, Iterable, Sequence

from engine.errors import InvalidInputError
from engine.matching.memory import Decided, Forgotten, Lesson, Lessons, lessons_of
from engine.processing.automatic import AUTOMATIC
from engine.processing.stored_records import invoice_of, line_of
from engine.store import Store


class MatchMemory:
    """Learned from the rows, each time it is asked; only what is forgotten is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lessons(self) -> Lessons:
        """All decisions about matches whose records are still there, for a run to learn from."""
        query = self._store.analytics.query
        bills = {row["invoice_id"]: invoice_of(row) for row in query("decided_invoices")}
        lines = {row["transaction_id"]: line_of(row) for row in query("decided_lines")}
        decided = tuple(
            Decided(
                invoices=tuple(bills[i] for i in row["invoice_ids"]),
                lines=tuple(lines[t] for t in row["transaction_ids"]),
                is_confirmed=row["decision"] == "confirmed",
                kind=row["kind"],
                treatment=row["difference_treatment"],
                decided_at=row["decided_at"],
            )
            for row in query("decided_matches")
            if row["decided_by"] != AUTOMATIC
            and _are_all(row["invoice_ids"], bills)
            and _are_all(row["transaction_ids"], lines)
        )
        return Lessons(decided, self._forgotten())

    def known(self) -> Sequence[Lesson]:
        """What was learned, in words, the best founded first."""
        lessons = self.lessons()
        found = lessons_of(lessons.decided, lessons.forgotten)
        return sorted(found, key=lambda one: (-one.decisions, one.party, one.sentence))

    def forget(self, subject: str | None, *, by: str) -> None:
        """Let decisions up to now teach nothing more about a subject, or about any (None).

        Raises:
            InvalidInputError: nothing was learned about the subject.
        """
        if subject is not None and all(one.subject != subject for one in self.known()):
            raise InvalidInputError("Nothing was learned about this.")
        self._store.decisions.forget(subject, by=by)

    def _forgotten(self) -> tuple[Forgotten, ...]:
        return tuple(Forgotten(**row) for row in self._store.decisions.forgotten())


def _are_all(ids: Iterable[str], records: Collection[str]) -> bool:
    return all(key in records for key in ids)
