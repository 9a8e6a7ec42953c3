"""How often a party's lines differ from its bills in the same way: one fee, one percentage."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.remembered import Remembered
from engine.matching.treatment import Settlement


class Habits:
    """Counts the differences that come again among the explanations of a run."""

    def __init__(
        self,
        clues: Clues,
        explanations: Sequence[Explanation],
        remembered: Remembered | None = None,
    ) -> None:
        """``explanations`` are all that were found; decided pairs count beside them."""
        self._bills = clues.ledger.bills
        odd = [e for e in explanations if e.family in ("adjusted", "open") and len(e.bills) == 1]
        keys = list(map(self._key, odd))
        seen = Counter(keys)
        pairs: dict[Hashable, list[Explanation]] = defaultdict(list)
        for key, e in zip(keys, odd, strict=True):
            if seen[key] > 1:  # what was seen once is as good as not seen
                pairs[key].append(e)
        self._counts = {
            key: min(len({e.bills for e in own}), len({e.payments for e in own}))
            for key, own in pairs.items()
        }
        for pair in remembered.pairs("deduction") if remembered else ():
            habit = _habit(pair.party, pair.settlement)
            self._counts[habit] = self._counts.get(habit, 1) + 1

    def others(self, explanation: Explanation) -> int:
        """How many more of the party's bills and lines differ in this way."""
        return self._counts.get(self._key(explanation), 1) - 1

    def _key(self, e: Explanation) -> Hashable:
        return _habit(self._bills[e.bills[0]].party, e.settlement)


def _habit(party: int, s: Settlement) -> Hashable:
    """What would be the same if the party did it again."""
    shape, billed, paid, percent, is_net = s
    if shape == "short":
        return party, shape, round(paid / billed, 3)
    if percent:
        return party, shape, percent, is_net
    if shape in ("fee", "over"):
        return party, shape, abs(paid) - abs(billed)
    return party, shape
