"""How far the key fields of an invoice are right or wrong together."""

from collections.abc import Sequence
from math import log, prod
from typing import Final

from engine.extraction.invoices.trust import KEY_FIELDS
from tools.fitting.folds import Fold

_TRIED: Final = tuple(step / 20 for step in range(4, 21))
_CLOSEST: Final = 1e-4


def togetherness_of(folds: Sequence[Fold]) -> float:
    """The power of the product of the key fields' probabilities that fits best to all being right.

    At most 1, as if they were independent; less where one that is right makes the others
    more probable.
    """
    invoices: dict[tuple[str, str], dict[str, tuple[float, bool]]] = {}
    for fold in folds:
        for example, chance in zip(fold.examples, fold.chances, strict=True):
            if example.field in KEY_FIELDS:
                known = invoices.setdefault((example.source, example.invoice), {})
                known[example.field] = chance, example.right
    whole = [
        (prod(chance for chance, _ in fields.values()), all(ok for _, ok in fields.values()))
        for fields in invoices.values()
        if len(fields) == len(KEY_FIELDS)
    ]
    return min(_TRIED, key=lambda power: _loss(whole, power)) if whole else 1.0


def _loss(whole: Sequence[tuple[float, bool]], power: float) -> float:
    loss = 0.0
    for chance, ok in whole:
        together = min(1 - _CLOSEST, max(_CLOSEST, chance**power))
        loss -= log(together if ok else 1 - together)
    return loss
