"""Lines at the ends of pages that carry a sum from one page to the next."""

from decimal import Decimal

from engine.extraction.statements.labels import Figure
from engine.extraction.statements.rows.lineparts import Part


class PageEnd:
    """Remembers the sum at the foot of a page until the head of the next one repeats it."""

    def __init__(self) -> None:
        self._carried: Decimal | None = None

    def carries_over(self, part: Part, figure: Figure) -> bool:
        """Whether a line that states ``figure`` is one of the two that carry a sum on.

        A row may go on after them. Asked once for each such line, in their order.
        """
        value = next((cell.money.value for cell in part.money.values() if cell.money), None)
        carried, self._carried = self._carried, value if figure == "carried" else None
        return figure == "carried" or (
            figure == "opening" and carried is not None and value == carried
        )
