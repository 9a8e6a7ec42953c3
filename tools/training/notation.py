"""How amounts, quantities and rates are written: separators, currency, minus, rounding dashes."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tools.training.chance import Chance

SYMBOLS = {
    "EUR": "€", "USD": "$", "GBP": "£", "INR": "₹", "AUD": "$", "CAD": "$", "CHF": "CHF",
    "MXN": "$", "BRL": "R$", "CZK": "Kč", "PLN": "zł", "SEK": "kr", "DKK": "kr", "NOK": "kr",
}  # fmt: skip
LATIN_ONLY = {"₹": "Rs."}
"""What stands for a sign that the fonts of western PDFs do not have."""


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write money. ``group`` may be empty; ``place`` has ``{}`` for the number."""

    decimal: str = "."
    group: str = ","
    is_lakh: bool = False
    place: str = "{}"
    negative: str = "-{}"
    round_dash: str = ""

    def number(self, value: Decimal, decimals: int = 2) -> str:
        """The number without its currency: 1.234,50."""
        whole, _, part = f"{abs(value):.{decimals}f}".partition(".")
        text = self._grouped(whole)
        if part:
            dash = self.round_dash and not part.strip("0") and len(part) == 2
            text += self.decimal + (self.round_dash if dash else part)
        return self.negative.format(text) if value < 0 else text

    def money(self, value: Decimal) -> str:
        """The number with its currency, if this notation prints one."""
        if self.negative == "-{}" and value < 0:
            return "-" + self.place.format(self.number(-value))
        return self.place.format(self.number(value))

    @property
    def names_currency(self) -> bool:
        """Whether ``money`` prints a currency."""
        return self.place != "{}"

    def plain(self) -> "Notation":
        """The same separators without a currency."""
        return replace(self, place="{}")

    def quantity(self, value: Decimal) -> str:
        """A quantity or rate without useless zeros: 3; 2,5."""
        decimals = max(0, -int(value.normalize().as_tuple().exponent))
        return self.number(value, decimals)

    def _grouped(self, whole: str) -> str:
        if not self.group or len(whole) < 4:
            return whole
        if len(whole) == 4 and self.group in " \u00a0\u202f" and self.is_lakh:
            return whole
        step, parts, rest = 3, [], whole
        while len(rest) > step:
            parts.append(rest[-step:])
            rest = rest[:-step]
            step = 2 if self.is_lakh else 3
        return self.group.join((rest, *reversed(parts)))


def read_example(example: str) -> Notation:
    """The notation of an example such as ``1.234,56``, ``12,34,567.89`` or ``1234,56``."""
    decimal = example[-3]
    group = next((c for c in example[:-3] if not c.isdigit()), "")
    group = {"_": "\u00a0", "~": "\u202f"}.get(group, group)
    return Notation(decimal, group, is_lakh=example.startswith("12,34,567"))


def choose_notation(
    chance: Chance, numbers: tuple[str, ...], places: tuple[str, ...], currency: str
) -> Notation:
    """A way to write amounts that the country knows; ``places`` may hold ``¤`` and ``ISO``."""
    notation = read_example(chance.pick(numbers))
    symbol = SYMBOLS[currency]
    place = chance.pick(places).replace("¤", symbol).replace("ISO", currency)
    negative = chance.weigh({"-{}": 12, "{}-": 2, "({})": 2, "- {}": 2})
    dash = chance.pick(("-", "–", "--")) if chance.odds(0.03) else ""
    return replace(notation, place=place, negative=negative, round_dash=dash)
