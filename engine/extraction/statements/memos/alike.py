"""Memos that differ by nothing but long numbers say the same, and are understood once.

Kinds and names follow from words, and from which characters of a number are digits; which digits
they are matters to references alone.
"""

import re
from typing import Final

_LONG_NUMBER: Final = re.compile(r"(?<![^\W_])[0-9]{5,}(?![^\W_])")


def shape_of(memo: str) -> str:
    """``memo`` with every digit of long numbers as a zero."""
    return _LONG_NUMBER.sub(lambda found: "0" * len(found[0]), memo)
