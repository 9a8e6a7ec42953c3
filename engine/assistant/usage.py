"""What asking has cost."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.assistant.options import AssistantOptions

_MILLION: Final = Decimal(1_000_000)
_PLACES: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Usage:
    """Questions that were asked or answered from memory, and the tokens of those asked."""

    calls: int = 0
    remembered: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.calls + other.calls,
            self.remembered + other.remembered,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )

    def cost(self, options: AssistantOptions) -> Decimal | None:
        """In the currency of the prices, to a millionth; None when the prices are not known."""
        if options.input_price is None or options.output_price is None:
            return None
        spent = self.tokens_in * options.input_price + self.tokens_out * options.output_price
        return (spent / _MILLION).quantize(_PLACES)
