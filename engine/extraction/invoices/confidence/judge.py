"""Gives each chosen value its probability, and takes back the values that are hardly probable."""

from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.calibration import calibrated
from engine.extraction.invoices.confidence.model import Model, Reason, probability, reasons
from engine.extraction.invoices.confidence.signals import field_signals, line_signals
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick

_VETO: Final = 0.25
"""The score below which the rules have found a total contradicted."""

_VETOED: Final = 0.5
LINE_PARTS = ("description", "quantity", "unit_price", "tax_rate", "amount")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probability of a value and the features that moved it most."""

    probability: float
    reasons: tuple[Reason, ...]


def judge(around: Surroundings, model: Model) -> dict[str, float]:
    """The probability of every chosen value, by its field; of a line's values by their place.

    A field that the model does not know keeps what its score alone says. A total that the page's
    other figures contradict is never more than doubtful, whatever else speaks for it.
    """
    certain: dict[str, float] = {}
    for name, signals in field_signals(around).items():
        if name in model.fields:
            certain[name] = model.ceiling * probability(model.fields[name], signals)
    total = around.picks.get("total_amount")
    if total is not None and total.score < _VETO:
        certain["total_amount"] = min(_VETOED, certain["total_amount"])
    for index, signals in enumerate(line_signals(around)):
        for part in LINE_PARTS:
            weights = model.fields.get(f"line_items.{part}")
            if weights is not None:
                chance = model.ceiling * probability(weights, signals)
                certain[f"line_items[{index}].{part}"] = chance
    for name, pick in around.picks.items():
        if name not in certain:
            certain[name] = _unfitted(pick)
    return certain


def explain(around: Surroundings, model: Model) -> dict[str, Judgement]:
    """Why each header field has its probability."""
    return {
        name: Judgement(
            model.ceiling * probability(model.fields[name], signals),
            tuple(reasons(model.fields[name], signals)),
        )
        for name, signals in field_signals(around).items()
        if name in model.fields
    }


def _unfitted(pick: Pick) -> float:
    """What the score alone says, less for words that are hard to read."""
    legible = min((word.confidence for word in pick.words), default=1.0)
    share = 0.75 + 0.25 * legible if pick.segment.source == "ocr" else 1.0
    return calibrated(pick.score) * share
