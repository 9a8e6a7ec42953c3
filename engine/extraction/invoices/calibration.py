"""From a ranking's score to a probability that the value is right."""

from bisect import bisect_right
from typing import Final

_CURVES: Final[dict[str, tuple[tuple[float, float], ...]]] = {}


def calibrated(name: str, score: float) -> float:
    """The probability that field ``name`` is right when its score is ``score`` (both 0 to 1)."""
    curve = _CURVES.get(name)
    if curve is None:
        return score
    scores = [point[0] for point in curve]
    place = bisect_right(scores, score)
    if place == 0:
        return curve[0][1]
    if place == len(curve):
        return curve[-1][1]
    (x0, y0), (x1, y1) = curve[place - 1], curve[place]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
