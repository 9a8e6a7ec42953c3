"""A row of the table of figures: what, ours, peer, limit, and whether the limit holds."""

Row = tuple[str, str, str, str, str]


def word(holds: bool) -> str:
    """What the last cell says."""
    return "holds" if holds else "MISSED"
