"""How many lines of the same payer can be explained: one who pays known bills, or a stranger.

A payer is the party that a line surely names, else the words of the line that may be a name. A
line never vouches for itself.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation, Family
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.remembered import Remembered

_WHOLE: frozenset[Family] = frozenset({"exact", "batch", "instalments"})
_KEY_LENGTH = 10
_FEW = 3
_SHARES = ((0.7, "most"), (0.35, "half"), (0.1, "some"), (0.0, "hardly"))


class Payers:
    """Every line's payer, and which share of the payer's other lines meets a bill exactly."""

    def __init__(
        self,
        clues: Clues,
        explanations: Sequence[Explanation],
        remembered: Remembered | None = None,
    ) -> None:
        """``explanations`` are all that were found; those that leave money open prove nothing."""
        self._payer = [_payer(clues, line) for line in range(len(clues.ledger.payments))]
        met = {line for e in explanations if e.family in _WHOLE for line in e.payments}
        self._met = [line in met for line in range(len(self._payer))]
        self._lines = Counter(self._payer)
        self._lines_met = Counter(self._payer[line] for line in met)
        for line in remembered.lines() if remembered else ():
            if line.is_confirmed:
                self._lines[line.party] += 1
                self._lines_met[line.party] += 1

    def others(self, line: int) -> str:
        """The payer's other lines: "alone", or how many of few or of many of them are met."""
        payer = self._payer[line]
        if payer is None:
            return "unknown"
        others = self._lines[payer] - 1
        if not others:
            return "alone"
        share = (self._lines_met[payer] - self._met[line]) / others
        word = next((name for least, name in _SHARES if share > least), "none")
        return f"{word}_of_{'few' if others < _FEW else 'many'}"


def _payer(clues: Clues, line: int) -> Hashable:
    named = clues.named[line]
    if named and named[0].score >= SURELY_NAMED:
        return named[0].party
    return "".join(clues.residues[line])[:_KEY_LENGTH] or None
