"""Where samples for a second look are kept, and what people found: words that are only added."""

import secrets
import threading
import uuid
from typing import Final

from engine.errors import InvalidInputError, NotFoundError
from engine.processing.spot_checks import (
    LONGEST_NOTE,
    POPULATIONS,
    Population,
    SpotCheck,
    SpotFigure,
    drawn,
    figure_of,
    item_of,
    item_value,
    sample_size,
)
from engine.store import Store

CHECKS: Final = "spot check"
OUTCOMES: Final = "spot check outcome"


class SpotCheckDesk:
    """Samples over the rows of ``store``; they are asked for once per write."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._known: tuple[int, tuple[SpotCheck, ...]] = (-1, ())

    def totals(self) -> dict[Population, int]:
        """How many things of each population were not drawn yet; one statement."""
        left = [row["population"] for row in self._left(None)]
        return {population: left.count(population) for population in POPULATIONS}

    def checks(self) -> tuple[SpotCheck, ...]:
        """Every sample, the newest first."""
        version = self._store.version()
        with self._lock:
            if self._known[0] == version:
                return self._known[1]
        found = self._asked()
        with self._lock:
            self._known = (version, found)
        return found

    def figures(self) -> tuple[SpotFigure, ...]:
        """What all samples say, by population."""
        checks = self.checks()
        return tuple(figure_of(population, checks) for population in POPULATIONS)

    def draw(
        self,
        population: Population,
        *,
        share: float | None,
        count: int | None,
        seed: int | None,
        by: str,
    ) -> SpotCheck:
        """Set a new sample aside, of what was not drawn before.

        Raises:
            InvalidInputError: the size is out of its range, or nothing is left to draw.
        """
        if population not in POPULATIONS:
            raise InvalidInputError(f"There is no population “{population}”.")
        left = self._left(population)
        size = sample_size(len(left), share, count)
        if not left:
            raise InvalidInputError(
                "There is nothing to draw.", "All that went through unchanged was drawn before."
            )
        chosen_seed = secrets.randbelow(1_000_000) if seed is None else seed
        rows = {str(row["item_id"]): row for row in left}
        ids = drawn(list(rows), size, chosen_seed)
        check_id = str(uuid.uuid4())
        value = {
            "population": population,
            "seed": chosen_seed,
            "total": len(left),
            "items": [item_value(rows[item_id]) for item_id in ids],
        }
        self._store.choices.choose(CHECKS, check_id, value, by=by)
        return next(check for check in self.checks() if check.check_id == check_id)

    def judge(
        self, check_id: str, item_id: str, is_right: bool | None, note: str, *, by: str, alone: bool
    ) -> SpotCheck:
        """Say what a second look found; None takes it back.

        Raises:
            NotFoundError: it was not drawn.
            InvalidInputError: whoever accepted it looks again and is not ``alone``, or nothing
                is said of what is wrong.
        """
        check = next((c for c in self.checks() if c.check_id == check_id), None)
        item = next((i for i in check.items if i.item_id == item_id), None) if check else None
        if item is None:
            raise NotFoundError("spot check", f"{check_id} {item_id}")
        if item.accepted_by == by and not alone:
            raise InvalidInputError(
                "You accepted this yourself.", "Let somebody else have the second look."
            )
        told = " ".join(note.split())
        if len(told) > LONGEST_NOTE or (is_right is False and not told):
            raise InvalidInputError("Say what is wrong.", f"Up to {LONGEST_NOTE:,} characters.")
        value = None if is_right is None else {"is_right": is_right, "note": told}
        self._store.choices.choose(OUTCOMES, f"{check_id} {item_id}", value, by=by)
        return next(c for c in self.checks() if c.check_id == check_id)

    def _left(self, population: Population | None) -> list[dict[str, object]]:
        before = {item.item_id for check in self.checks() for item in check.items}
        rows = self._store.analytics.query("spot_check_items", population=population)
        return [row for row in rows if row["item_id"] not in before]

    def _asked(self) -> tuple[SpotCheck, ...]:
        kept = self._store.choices.standing(CHECKS)
        outcomes = self._store.choices.standing(OUTCOMES) if kept else {}
        found = []
        for check_id, choice in kept.items():
            items = []
            for value in choice.value["items"]:
                outcome = outcomes.get(f"{check_id} {value['item_id']}")
                items.append(
                    item_of(
                        value,
                        outcome.value if outcome else None,
                        outcome.chosen_by if outcome else None,
                    )
                )
            check = SpotCheck(
                check_id=check_id,
                population=choice.value["population"],
                seed=choice.value["seed"],
                total=choice.value["total"],
                drawn_by=choice.chosen_by,
                items=tuple(items),
            )
            found.append((choice.chosen_at, check))
        return tuple(check for _, check in sorted(found, key=lambda one: one[0], reverse=True))
