"""Numbers as machines write them: a sign, figures, one sign for the decimals."""

import re
from decimal import Decimal

from engine.extraction.bank_files.ledger import LARGEST

_NUMBER = re.compile(r"([+-]?)\s*(\d[\d.,']*|[.,]\d+)([+-]?)", re.ASCII)


def machine_number(text: str | None) -> Decimal | None:
    """The number that ``text`` is; None when it is none, or larger than money can be.

    A single comma or point is the decimal sign (``500,`` and ``-36,99`` are such numbers); of two
    different signs the last one is.
    """
    match = _NUMBER.fullmatch((text or "").strip())
    if match is None or (match[1] and match[3]):
        return None
    figures = match[2].replace("'", "")
    last = max(figures.rfind("."), figures.rfind(","))
    if last >= 0:
        sign = figures[last]
        others = figures[:last].replace("," if sign == "." else ".", "")
        if sign in others:
            if others.count(sign) and len({c for c in figures if not c.isdigit()}) > 1:
                return None
            figures = figures.replace(sign, "")
        else:
            figures = f"{others}.{figures[last + 1 :]}"
    if not any(map(str.isdigit, figures)) or len(figures) > 40:
        return None
    value = Decimal(figures.rstrip(".") or "0")
    value = -value if "-" in (match[1], match[3]) else value
    return value if abs(value) <= LARGEST else None
