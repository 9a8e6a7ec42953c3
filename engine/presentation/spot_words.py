"""What a second look at a sample says of all the rest, as a sentence."""

from engine.presentation.text import counted, number


def share_range(low: float, high: float) -> str:
    """Two shares (0 to 1) as one range of percentages, as exact as they are worth."""
    return f"{_percent(low)}–{_percent(high)} %"


def spot_sentence(looked_at: int, wrong: int, low: float, high: float) -> str:
    """How many of those looked at were wrong, and what share of all may be."""
    if not looked_at:
        return "Nobody has looked at any of them yet."
    was = "was" if wrong == 1 else "were"
    found = "none was" if not wrong else f"{number(wrong)} {was}"
    return f"Of {counted(looked_at, 'sampled one')}, {found} wrong: {share_range(low, high)} of all"


def _percent(share: float) -> str:
    value = 100 * share
    if value in (0, 100) or value >= 9.95:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 0.05 else "0"
