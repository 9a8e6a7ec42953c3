"""Early-payment discounts in the notation that XRechnung and ZUGFeRD put into their terms."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

_SKONTO: Final = re.compile(
    r"#SKONTO#TAGE=(?P<days>\d{1,3})#PROZENT=(?P<percent>\d{1,2}(?:\.\d{1,4})?)#", re.IGNORECASE
)


def discount_in_words(terms: Iterable[str]) -> tuple[Decimal | None, int | None]:
    """Percent and days of the first discount in ``terms``; None and None when there is none."""
    for text in terms:
        match = _SKONTO.search(text)
        if match:
            return Decimal(match["percent"]), int(match["days"])
    return None, None
