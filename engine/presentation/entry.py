"""What a person types into a field, as the value that a record holds.

The other direction of ``text``. Nothing is guessed: an amount or a date that can
be read in two ways is refused with a sentence that says how to write it.
"""

import datetime as dt
import re
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.presentation.text import decimals_of

_NUMBER = re.compile(r"^[-+]?(?:\d+|\d{1,3}([,.'\u2019])\d{3}(?:\1\d{3})*)(?:(?!\1)[.,]\d+)?$")
_AMOUNT_HINT = "Write it as 1234.50."
_DATE_HINT = "Write it as 2024-03-05, or as 5 Mar 2024."
_DAY_PATTERNS = ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")


def typed_text(text: str) -> str | None:
    """The words on one line; None when there are none."""
    return " ".join(text.split()) or None


def typed_amount(text: str, currency: str | None = None) -> Decimal | None:
    """The number that ``text`` says; None when it is empty.

    Thousands may be grouped by comma, point, apostrophe or space. "1,234" is 1234, as amounts are
    shown here; "1.234" is refused unless ``currency`` has three decimals.

    Raises:
        InvalidInputError: it is not one number, or could be two.
    """
    line = re.sub(r"\s", "", text).replace("\u2212", "-")
    if not line:
        return None
    if not _NUMBER.match(line):
        raise InvalidInputError(f"“{text.strip()}” is not an amount.", _AMOUNT_HINT)
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}\.\d{3}", line) and decimals_of(currency) != 3:
        raise InvalidInputError(f"“{text.strip()}” could be two different amounts.", _AMOUNT_HINT)
    return Decimal(_without_groups(line))


def _without_groups(line: str) -> str:
    digits = line.replace("'", "").replace("\u2019", "")
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return digits
    last = marks[-1]
    if marks.count(last) > 1 or re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", digits):
        return digits.replace(last, "")
    other = "," if last == "." else "."
    return digits.replace(other, "").replace(last, ".")


def typed_date(text: str) -> dt.date | None:
    """The day that ``text`` says, as ``2024-03-05`` or with the month's name; None when empty.

    Raises:
        InvalidInputError: it is no day, or its day and month could be taken for each other.
    """
    line = " ".join(text.replace(",", " ").split())
    if not line:
        return None
    named = [day for pattern in _DAY_PATTERNS if (day := _day(line, pattern))]
    if named:
        return named[0]
    numeric = re.sub(r"[./]", "-", line)
    days = {day for pattern in ("%d-%m-%Y", "%m-%d-%Y") if (day := _day(numeric, pattern))}
    if not days:
        raise InvalidInputError(f"“{text.strip()}” is not a date.", _DATE_HINT)
    if len(days) > 1:
        raise InvalidInputError(f"“{text.strip()}” could be two different days.", _DATE_HINT)
    return days.pop()


def _day(line: str, pattern: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(line, pattern).date()
    except ValueError:
        return None


def typed_currency(text: str) -> str | None:
    """The three-letter code that ``text`` is; None when empty.

    Raises:
        InvalidInputError: it is not three letters.
    """
    code = text.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise InvalidInputError(f"“{text.strip()}” is not a currency.", "Write its code, as EUR.")
    return code or None
