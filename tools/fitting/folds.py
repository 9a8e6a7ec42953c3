"""Documents held out whole, source by source, and what the others would have said of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.confidence.model import probability
from tools.fitting.examples import Example
from tools.fitting.regression import Penalty, fit

_LEAST: Final = 60
"""Sources with fewer values are held out together, by their collection."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The examples of some sources with the probabilities of weights that never saw them."""

    name: str
    sources: frozenset[str]
    examples: tuple[Example, ...]
    chances: tuple[float, ...]


def cross_validated(examples: Sequence[Example], penalty: Penalty, power: float) -> list[Fold]:
    """A fold for each source; what shares a vendor with it does not teach either."""
    folds = []
    for name, sources in _parts(examples).items():
        held = [e for e in examples if e.source in sources]
        vendors = {e.group for e in held if not e.generated}
        taught = [e for e in examples if e.source not in sources and e.group not in vendors]
        weights = fit(taught, penalty, power)
        judged = [e for e in held if e.field in weights]
        chances = tuple(probability(weights[e.field], e.signals) for e in judged)
        folds.append(Fold(name, sources, tuple(judged), chances))
    return folds


def _parts(examples: Sequence[Example]) -> dict[str, frozenset[str]]:
    sizes = Counter(e.source for e in examples)
    parts: dict[str, set[str]] = {}
    for source, size in sorted(sizes.items()):
        name = source if size >= _LEAST else f"{source.partition('/')[0]}/…"
        parts.setdefault(name, set()).add(source)
    return {name: frozenset(sources) for name, sources in parts.items()}
