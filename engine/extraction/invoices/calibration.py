"""From a score alone to a probability, for the few fields that have no fitted weights.

The curve was drawn by eye through shares of right values on documents whose values are known, a
little below them; every other field's probability is fitted (``confidence``).
"""

from bisect import bisect_right
from typing import Final

_CURVE: Final = (
    (0.0, 0.1), (0.3, 0.55), (0.5, 0.72), (0.7, 0.86), (0.85, 0.95), (0.95, 0.985), (1.0, 0.99),
)  # fmt: skip
_SCORES: Final = tuple(score for score, _ in _CURVE)


def calibrated(score: float) -> float:
    """The probability that a value is right whose ranking gave it ``score`` (both 0 to 1)."""
    place = bisect_right(_SCORES, score)
    if place == 0:
        return _CURVE[0][1]
    if place == len(_CURVE):
        return _CURVE[-1][1]
    (x0, y0), (x1, y1) = _CURVE[place - 1], _CURVE[place]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
