"""Turns an explanation into named pieces of evidence, each one a row of the table of weights.

A piece is a string "topic:finding" ("name:full", "due:+2"). Each topic gives at most one finding,
so the weights of an explanation add up, topic by topic. Where two findings say more together than
each for itself, both together are a topic of their own ("name_reference:full silent").
"""

from collections.abc import Callable, Sequence
from functools import partial

from engine.matching.clues import Clues
from engine.matching.delays import Delays
from engine.matching.evidence_columns import Evidence
from engine.matching.explanation import Explanation, Family
from engine.matching.habits import Habits
from engine.matching.joint_findings import collective_findings, payout_findings
from engine.matching.pair_findings import PairFindings
from engine.matching.payers import Payers
from engine.matching.remembered import Remembered
from engine.matching.set_findings import SetFindings
from engine.matching.single_columns import SingleColumns


class FeatureMaker:
    """Reads the pieces of evidence of explanations of one run."""

    def __init__(
        self,
        clues: Clues,
        delays: Delays,
        explanations: Sequence[Explanation] = (),
        remembered: Remembered | None = None,
    ) -> None:
        """Count what is shared by the whole run; ``explanations`` are all that were found."""
        pairs, payers = PairFindings(clues), Payers(clues, explanations, remembered)
        habits = Habits(clues, explanations, remembered)
        self._single = SingleColumns(clues, pairs, delays, habits, payers)
        sets = SetFindings(clues, pairs, payers)
        self._makers: dict[Family, Callable[[Explanation], tuple[str, ...]]] = {
            "batch": sets.of_batch,
            "instalments": sets.of_instalments,
            "payout": partial(payout_findings, clues),
            "collective": partial(collective_findings, clues),
        }

    def evidence(self, family: Family, explanations: Sequence[Explanation]) -> Evidence:
        """The evidence for and against explanations of one family, in columns."""
        if family in self._makers:
            return Evidence.of_rows(list(map(self._makers[family], explanations)))
        return self._single.of(family, explanations)

    def features(self, explanation: Explanation) -> tuple[str, ...]:
        """The evidence for and against the explanation, in a fixed order of topics."""
        return self.features_of([explanation])[0]

    def features_of(self, explanations: Sequence[Explanation]) -> list[tuple[str, ...]]:
        """``features`` of many, at once."""
        found: dict[int, tuple[str, ...]] = {}
        for family, places in by_family(explanations).items():
            rows = self.evidence(family, [explanations[place] for place in places]).rows()
            found.update(zip(places, rows, strict=True))
        return [found[place] for place in range(len(explanations))]


def by_family(explanations: Sequence[Explanation]) -> dict[Family, list[int]]:
    """The places of the explanations of each family."""
    places: dict[Family, list[int]] = {}
    for place, explanation in enumerate(explanations):
        places.setdefault(explanation.family, []).append(place)
    return places
