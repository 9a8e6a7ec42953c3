"""Evidence of many explanations in columns: for each topic, which of its few findings each has.

A large run has millions of explanations, and a topic a dozen findings. So a finding is a number
here; its name is written out only for those explanations that somebody asks about.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from engine.matching.scale import Scale

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Column(NamedTuple):
    """Findings of one topic, and for each explanation the place of its own; -1 where it has none.

    In a column of evidence the findings are whole pieces, "topic:finding".
    """

    findings: Sequence[str]
    places: Numbers

    def of_topic(self, topic: str) -> "Column":
        """The findings as pieces of evidence of the topic."""
        return Column([f"{topic}:{finding}" for finding in self.findings], self.places)

    def beside(self, other: "Column") -> "Column":
        """Both findings together; every explanation must have both."""
        findings = [f"{one} {two}" for one in self.findings for two in other.findings]
        return Column(findings, self.places * len(other.findings) + other.places)

    def of_topics(self, first: str, second: str, is_first: Flags) -> "Column":
        """``of_topic``, of the first topic where marked, else of the second."""
        findings = [f"{topic}:{one}" for topic in (first, second) for one in self.findings]
        return Column(findings, self.places + np.where(is_first, 0, len(self.findings)))

    def at(self, places: Numbers) -> "Column":
        """The findings of the explanations at these places."""
        return Column(self.findings, self.places[places])


def numbered(values: Iterable[str | None]) -> Column:
    """The values, one for each explanation, as a column; None where there is no finding."""
    values = list(values)
    findings = [value for value in dict.fromkeys(values) if value is not None]
    numbers: dict[str | None, int] = {value: place for place, value in enumerate(findings)}
    numbers[None] = -1
    places = np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))
    return Column(findings, places)


def scaled(scale: Scale, values: Numbers | Floats, unknown: Flags) -> Column:
    """The intervals of a scale that the values lie in; "unknown" where marked."""
    places = np.searchsorted(scale.edges, values, side="right")
    return Column((*scale.names, "unknown"), np.where(unknown, len(scale.names), places))


class Evidence(NamedTuple):
    """Columns in the fixed order of topics; every explanation has a piece in the first one."""

    columns: Sequence[Column]

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[str]]) -> Self:
        """What is written out already; rows may be of different lengths."""
        return cls([numbered(column) for column in zip_longest(*rows)])

    def rows(self, which: Numbers | None = None) -> list[tuple[str, ...]]:
        """The pieces of evidence of all explanations, or of some, each in the order of topics."""
        written = []
        for findings, places in self.columns:
            names = np.array([*findings, ""], dtype=object)
            written.append(names[places if which is None else places[which]].tolist())
        return [tuple(filter(None, row)) for row in zip(*written, strict=True)]

    def first(self) -> list[str]:
        """The first piece of each explanation."""
        findings, places = self.columns[0]
        return [findings[place] for place in places.tolist()]

    def worth(self, weight_of: Callable[[str], float]) -> Floats:
        """The sum of the weights of each explanation's pieces, topic by topic."""
        total = np.zeros(len(self.columns[0].places))
        for findings, places in self.columns:
            total += np.array([*map(weight_of, findings), 0.0])[places]
        return total
