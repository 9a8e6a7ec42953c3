"""Values as text for people: money, shares, dates, sizes; and text that no markup can hide in.

Everything is a pure function. Unknown values become an en dash. Dates name their month, so that
no reader can take the day for the month; amounts carry as many decimals as their currency has.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent, get_currency_precision

UNKNOWN: Final = "–"
"""What stands where a value is not known."""

MOST_SURE: Final = 0.99
"""The highest probability that is shown of what was worked out: nobody is certain."""

_LOCALE: Final = "en"
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
_AUTOLINK = re.compile(
    r"(?<=:)(?=[A-Za-z/+\-_])|(?<=@)(?=\w)|(?<=www)(?=\.)|(?<=[-<])(?=[->])", re.IGNORECASE
)
_JOINER: Final = "\u2060"


def plain(text: str | None) -> str:
    """``text`` for a place that reads Markdown, so that it shows as it is, on one line.

    Markup is escaped; a word joiner (which has no width) breaks addresses, icon names and arrows
    that Streamlit would make of plain words.
    """
    line = " ".join((text or "").split())
    return _MARKUP.sub(r"\\\1", _AUTOLINK.sub(_JOINER, line)).replace(":", "\\:")


def decimals_of(currency: str | None) -> int:
    """Digits after the decimal mark that ``currency`` (ISO 4217) has; 2 when it is not known."""
    return int(get_currency_precision(currency)) if currency else 2


def exact(value: float | str | Decimal, currency: str | None) -> Decimal:
    """``value`` with the decimals of ``currency``, by its decimal digits, never by its binary.

    Digits that are there already are kept: 1.234 in a currency with two decimals stays 1.234.

    Raises:
        ArithmeticError: it is no finite number.
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ArithmeticError(f"{value} is not a number")
    unit = Decimal(1).scaleb(-decimals_of(currency))
    rounded = number.quantize(unit, rounding=ROUND_HALF_EVEN)
    return rounded if rounded == number else number


def decimals_shown(values: Iterable[Decimal | None], currency: str | None) -> int:
    """Decimals that a column of ``values`` needs: those of ``currency``, more if a value has."""
    most = decimals_of(currency)
    for value in values:
        exponent = value.normalize().as_tuple().exponent if value is not None else 0
        if isinstance(exponent, int):
            most = max(most, -exponent)
    return most


def amount(value: Decimal | None, currency: str | None = None) -> str:
    """``1,234.50`` with the currency's decimals, without its code; more digits when there are."""
    if value is None:
        return UNKNOWN
    number = exact(value, currency)
    exponent = number.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(number, format=pattern, locale=_LOCALE)).replace("-", "\u2212")


def money(value: Decimal | None, currency: str | None) -> str:
    """``1,234.50 EUR``; without a known currency the number alone."""
    if value is None or not currency:
        return amount(value, currency)
    return f"{amount(value, currency)}\u00a0{currency}"


def sums(amounts: Iterable[tuple[Decimal | None, str | None]]) -> str:
    """Amounts added up per currency, never across: ``1,200.00 EUR · 90.00 USD``."""
    return " · ".join(sum_lines(amounts)) or UNKNOWN


def sum_lines(amounts: Iterable[tuple[Decimal | None, str | None]]) -> tuple[str, ...]:
    """The sum of each currency, by its code; amounts without a currency are left out."""
    totals: dict[str, Decimal] = {}
    for value, currency in amounts:
        if currency and value is not None:
            totals[currency] = totals.get(currency, Decimal(0)) + value
    return tuple(money(total, code) for code, total in sorted(totals.items()))


def in_and_out(amounts: Iterable[tuple[Decimal | None, str | None]]) -> tuple[str, ...]:
    """What came in and what went out, per currency: ``5.00 EUR in``, ``3.00 EUR out``."""
    known = [(value, currency) for value, currency in amounts if value is not None]
    incoming = sum_lines((value, currency) for value, currency in known if value > 0)
    outgoing = sum_lines((-value, currency) for value, currency in known if value < 0)
    return (*(f"{text} in" for text in incoming), *(f"{text} out" for text in outgoing))


def percent(share: float | Decimal | None, decimals: int = 0) -> str:
    """A share from 0 to 1 as ``93%``; less than all is never ``100%``."""
    if share is None:
        return UNKNOWN
    most = 1 - Decimal(10) ** -(decimals + 2)
    if most < share < 1:
        share = most
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "%"
    return str(format_percent(share, format=pattern, locale=_LOCALE))


def sure(probability: float | Decimal) -> str:
    """A probability from 0 to 1 that was worked out, as ``93% sure``; at most ``99% sure``."""
    return f"{percent(min(probability, MOST_SURE))} sure"


def day(value: dt.date | None) -> str:
    """``3 Mar 2024``."""
    return format_date(value, "d MMM y", locale=_LOCALE) if value else UNKNOWN


def period(start: dt.date | None, end: dt.date | None) -> str:
    """``1 – 31 Mar 2024``, or as much of both days as is needed to tell them apart."""
    if not start or not end or start == end:
        return day(start or end)
    pattern = "d" if (start.year, start.month) == (end.year, end.month) else "d MMM"
    left = format_date(start, pattern if start.year == end.year else "d MMM y", locale=_LOCALE)
    return f"{left} – {day(end)}"


def moment(value: dt.datetime | None, zone: dt.tzinfo = dt.UTC) -> str:
    """``3 Mar 2024, 14:05`` in ``zone``; ``value`` has a time zone."""
    if value is None:
        return UNKNOWN
    local = value.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def duration(seconds: float | None) -> str:
    """``under 0.1 s``, ``0.4 s``, ``12 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if seconds is None:
        return UNKNOWN
    if seconds < 0.1:
        return "under 0.1\u00a0s"
    if seconds < 10:
        return f"{seconds:.1f}\u00a0s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole}\u00a0s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}\u00a0min" + (f" {rest}\u00a0s" if rest else "")
    hours, minutes = divmod(minutes, 60)
    return f"{hours}\u00a0h" + (f" {minutes}\u00a0min" if minutes else "")


def size(count: int | None) -> str:
    """Bytes as ``820 B``, ``1.2 MB`` (1 MB is a million bytes)."""
    if count is None:
        return UNKNOWN
    if count < 1000:
        return f"{count}\u00a0B"
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.95 or unit == "GB":
            break
    return f"{value:.1f}\u00a0{unit}" if value < 10 else f"{value:,.0f}\u00a0{unit}"


def number(count: int | None) -> str:
    """``1,234``."""
    return UNKNOWN if count is None else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 invoice``, ``12 invoices``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int) -> str:
    """The first ``most`` of the names, and how many there are besides."""
    shown = ", ".join(names[:most])
    return f"{shown} and {number(len(names) - most)} more" if len(names) > most else shown


def split_reason(message: str | None) -> tuple[str, str | None]:
    """A stored failure as its sentence and its stable code: "It is empty. (file_empty)"."""
    found = re.fullmatch(r"(.*\S)\s+\((\w+)\)", message or "", re.DOTALL)
    return (found.group(1), found.group(2)) if found else (message or "", None)
