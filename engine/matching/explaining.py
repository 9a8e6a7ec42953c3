"""Everything that could explain a ledger's bank lines, each with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.matching.batches import batch_explanations
from engine.matching.candidates import single_explanations
from engine.matching.clues import Clues
from engine.matching.delays import Delays
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation
from engine.matching.features import FeatureMaker
from engine.matching.instalments import instalment_explanations
from engine.matching.ledger import Ledger
from engine.matching.options import MatchOptions


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations of a ledger, none twice, with the pieces of evidence of each."""

    clues: Clues
    explanations: tuple[Explanation, ...]
    features: tuple[tuple[str, ...], ...]


def explain(ledger: Ledger, options: MatchOptions) -> Explained:
    """Find the explanations and the evidence for and against each."""
    clues = Clues(ledger, options.date_window_days)
    singles = list(single_explanations(clues, Exchange(options.rates, ledger.home)))
    found = [*singles, *batch_explanations(clues), *instalment_explanations(clues)]
    kept = _allowed(found, ledger, options)
    maker = FeatureMaker(clues, Delays(clues, singles), kept)
    return Explained(clues, tuple(kept), tuple(maker.features(e) for e in kept))


def _allowed(
    found: Sequence[Explanation], ledger: Ledger, options: MatchOptions
) -> Sequence[Explanation]:
    """Those that nobody has rejected before."""
    if not options.rejected:
        return found
    return [
        e
        for e in found
        if (
            tuple(sorted(ledger.bills[b].id for b in e.bills)),
            tuple(sorted(ledger.payments[p].id for p in e.payments)),
        )
        not in options.rejected
    ]
