"""The room between lines of a table, in line heights.

Measured where descriptions begin: on a page that lies askew a line's right end is lower or higher.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from engine.extraction.statements.rows.lineparts import Part

FARTHEST_WRAP: Final = 2.3
"""Line heights from a row's line to its continuation, at most."""

_CLEARLY_WIDER: Final = 1.25
"""How much wider the gap between two rows is than those within one, where it can be told."""


def pitch(above: Part, below: Part) -> float:
    """Line heights from one line's middle to the next one's; 0 across a page break."""
    if above.line.page_number != below.line.page_number:
        return 0.0
    return (below.middle - above.middle) / max(above.height, below.height, 1e-6)


def follows(above: Part, below: Part) -> bool:
    """Whether ``below`` may be the next line of the same row."""
    if above.line.page_number == below.line.page_number:
        return pitch(above, below) <= FARTHEST_WRAP
    return below.line.page_number == above.line.page_number + 1


def widest_gap(parts: Sequence[Part]) -> int | None:
    """After which of ``parts`` the paper leaves clearly most room; None where it is even.

    Of equally wide gaps the last one counts.
    """
    gaps = [pitch(a, b) for a, b in pairwise(parts)]
    widest = max(range(len(gaps)), key=lambda i: (gaps[i], i))
    return widest if gaps[widest] >= _CLEARLY_WIDER * min(gaps) else None
