"""Random choices from one seed: everything that varies in a document is drawn here."""

import random
import string
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


class Chance:
    """A stream of choices that depends on nothing but its seed."""

    __slots__ = ("_random",)

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def odds(self, probability: float) -> bool:
        """True with this probability (0 to 1)."""
        return self._random.random() < probability

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all alike."""
        return options[int(self._random.random() * len(options))]

    def weigh(self, options: Mapping[T, float]) -> T:
        """One of the keys, as often as its weight says."""
        return self._random.choices(list(options), list(options.values()))[0]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Up to ``count`` different options, in random order."""
        return self._random.sample(list(options), min(count, len(options)))

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """All options in random order."""
        return self.some(options, len(options))

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both possible."""
        return low + int(self._random.random() * (high - low + 1))

    def real(self, low: float, high: float) -> float:
        """A number between ``low`` and ``high``; for geometry, never for money."""
        return self._random.uniform(low, high)

    def digits(self, count: int) -> str:
        """That many digits, the first not zero."""
        if count < 1:
            return ""
        rest = "".join(self._random.choices(string.digits, k=count - 1))
        return f"{self.whole(1, 9)}{rest}"

    def letters(self, count: int) -> str:
        """That many capitals, without I, O and Q."""
        return "".join(self._random.choices(_LETTERS, k=count))

    def fill(self, pattern: str) -> str:
        """The pattern with each ``#`` a digit and each ``@`` a capital."""
        made = []
        for index, sign in enumerate(pattern):
            if sign == "#":
                first = index == 0 or pattern[index - 1] not in "#0"
                made.append(str(self.whole(1 if first else 0, 9)))
            else:
                made.append(self.letters(1) if sign == "@" else sign)
        return "".join(made)

    def price(self, low: float, high: float) -> Decimal:
        """A price in the range, small ones likelier, often round."""
        size = low * (high / low) ** self._random.random()
        cents = int(size * 100)
        ending = self.weigh({"any": 5, "ten": 2, "whole": 3, "nine": 1})
        if ending == "ten":
            cents = cents // 10 * 10
        elif ending == "whole" and size >= 3:
            cents = cents // 100 * 100
        elif ending == "nine":
            cents = cents // 100 * 100 + 99
        return Decimal(max(cents, 1)) / 100
