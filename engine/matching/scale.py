"""Numbers in words: the interval of a scale that a value lies in, named by its lower edge."""

from bisect import bisect_right


class Scale:
    """Ascending edges; the names are made once, since a large run asks millions of times."""

    def __init__(self, *edges: float) -> None:
        """Name the intervals "<1", "≥1", "≥3", …."""
        self.edges = edges
        self.names = (f"<{edges[0]}", *(f"≥{edge}" for edge in edges))

    def of(self, value: float) -> str:
        """The name of the interval that holds the value."""
        return self.names[bisect_right(self.edges, value)]
