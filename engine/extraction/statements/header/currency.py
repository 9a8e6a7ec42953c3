"""The account's currency: by its label, the amounts' own signs, the table's heads, or the country.

A sign that several currencies share (a dollar, a yen or yuan, a rupee) is settled by what tells
the country; a statement that prints no sign at all has its country's currency.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from engine.extraction.currencies import CODES, currency_of
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.homeland import currencies_at_home
from engine.extraction.statements.header.tongues import suggested_currency
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Row

CURRENCY_LABELS: Final = frozenset(
    {"currency", "wahrung", "devise", "moneda", "divisa", "moeda", "valuta", "waluta", "mena"}
    | {"penznem", "devizanem", "valuuta", "para birimi", "валюта", "account currency"}
    | {"mata uang", "מטבע", "العملة"}
    | {"munt", "doviz", "νομισμα", "币种", "币别", "幣別", "通貨", "통화", "waluta", "valuta"}
)
"""Words that call for a currency."""
SHARED_SIGNS: Final = {
    "USD": frozenset(
        ("USD", "SGD", "AUD", "CAD", "HKD", "NZD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU")
    ),
    "JPY": frozenset(("JPY", "CNY")),
    "INR": frozenset(("INR", "PKR", "LKR")),
}
"""Signs that several currencies share, by the one that ``currency_of`` reads them as."""

_CROWNS: Final = frozenset(("SEK", "NOK", "DKK", "ISK"))
_CROWN = re.compile(r"(?<!\w)kr\.?(?!\w)", re.IGNORECASE)
_OWN_SIGN = re.compile(r"[A-Z][$¥]")
"""A sign with its country's letters before it."""
_LABELLED: Final = 1000
_HEAD: Final = 30
_MENTIONED: Final = 1
_UNSETTLED: Final = 0.8
"""What is left of the sureness of a sign of many countries where nothing tells which."""
_ENOUGH: Final = 3
"""What speaks for a country from which it is as sure as it gets."""
_SUGGESTED: Final = 0.55
_BY_ORDER: Final = 0.5
_BEGINNING: Final = 150
"""Lines whose language is looked at."""
_CODE: Final = 3
"""Letters of a currency's code."""
_SHORT: Final = 8
"""Words of a line, at most, that says something of the whole account (“amounts in euro”)."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A place that speaks for a currency."""

    found: Found
    weight: int

    @property
    def is_explicit(self) -> bool:
        """Whether it is the currency's own code or sign, not one that others share."""
        words = self.found.words
        return not all(is_shared(word.text, self.found.value) for word in words)


def is_shared(text: str, code: str) -> bool:
    """Whether ``text``, which reads as ``code``, is a sign of other currencies too."""
    if code not in SHARED_SIGNS or code in text:
        return False
    return _OWN_SIGN.search(text) is None


def currency(
    lines: Sequence[TypedLine], rows: Sequence[Row], row_lines: frozenset[int]
) -> Found | None:
    """The account's currency and where it is said; None where nothing tells it."""
    said = [*_on_amounts(lines, rows), *_outside(lines, row_lines)]
    home = currencies_at_home(lines, row_lines)
    votes = Counter[str]()
    for place in said:
        votes[place.found.value] += place.weight
    if not votes:
        known = _of_home(home, lines, _crowns_or_any(home, lines)) or _of_tongue(lines)
        return known or _of_date_order(lines, rows)
    code = votes.most_common(1)[0][0]
    own = [place for place in said if place.found.value == code]
    settled, doubt = code, 1.0
    if code in SHARED_SIGNS and not any(place.is_explicit for place in own):
        leader = _leader(home, SHARED_SIGNS[code])
        settled = leader or suggested_currency(lines[:_BEGINNING], SHARED_SIGNS[code]) or code
        doubt = 1.0 if leader else _UNSETTLED
    elif votes[code] <= _MENTIONED and _leader(home, None):
        return _of_home(home, lines, home)
    best = max(own, key=lambda place: place.weight).found
    sure = best.confidence * votes[code] / votes.total()
    return replace(best, value=settled, confidence=doubt * sure)


def _on_amounts(lines: Sequence[TypedLine], rows: Sequence[Row]) -> Iterator[_Said]:
    by_number = {line.number: line for line in lines}
    for row in rows:
        for role, cell in row.money.items():
            code = currency_of(cell.money.currency or "") if cell.money is not None else None
            if code is not None and role != "foreign":
                yield _Said(found_on(code, cell.words, by_number[row.lines[0]], 0.9), 1)


def _outside(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Iterator[_Said]:
    """What lines outside the rows say; the same words, of other currencies' rates, count once."""
    names: set[str] = set()
    for line in lines:
        if line.number not in row_lines:
            for cell in line.cells:
                code = (
                    currency_of(cell.text)
                    if len(cell.text) > 1 or not cell.text.isalpha()
                    else None
                )
                code = code or _small_code(cell, line)
                if code is not None and cell.text not in names:
                    if cell.money is None:
                        names.add(cell.text)
                    yield _Said(found_on(code, cell.words, line, 0.9), _weight(cell, line))


def _small_code(cell: Cell, line: TypedLine) -> str | None:
    """The code in small letters that is all of a cell beside a currency's label."""
    text = cell.words[-1].text
    is_code = text.islower() and len(text) == _CODE and text.upper() in CODES
    return text.upper() if is_code and CURRENCY_LABELS.intersection(line.plain.split()) else None


def _weight(cell: Cell, line: TypedLine) -> int:
    tokens = line.plain.split()
    if cell.money is None and len(tokens) < 14 and CURRENCY_LABELS.intersection(tokens):
        return _LABELLED
    if cell.money is not None:
        return 2 if cell.money.currency else _MENTIONED
    is_short = len(cell.words) <= 5 and len(line.cells) >= 2
    is_short = is_short or (len(tokens) > 1 and tokens[-1].upper() in CODES and tokens[-2] == "in")
    return _HEAD if is_short or len(tokens) <= _SHORT else _MENTIONED


def _crowns_or_any(home: Counter[str], lines: Sequence[TypedLine]) -> Counter[str]:
    """The votes for crowns where amounts are in "kr", else all."""
    crowns = Counter({code: votes for code, votes in home.items() if code in _CROWNS})
    is_crowns = crowns and any(_CROWN.search(line.text) for line in lines)
    return crowns if is_crowns else home


def _of_home(home: Counter[str], lines: Sequence[TypedLine], votes: Counter[str]) -> Found | None:
    code = _leader(votes, None)
    if code is None:
        return None
    lead = votes[code] / max(1, home.total())
    sure = 0.6 + 0.3 * lead * min(1.0, votes[code] / _ENOUGH)
    return Found(code, (), lines[0].page_number, lines[0].number, lines[0].source, sure)


def _of_tongue(lines: Sequence[TypedLine]) -> Found | None:
    """The currency that the statement's language suggests, hardly more than half sure."""
    code = suggested_currency(lines[:_BEGINNING])
    if code is None:
        return None
    return Found(code, (), lines[0].page_number, lines[0].number, lines[0].source, _SUGGESTED)


def _of_date_order(lines: Sequence[TypedLine], rows: Sequence[Row]) -> Found | None:
    """American dollars where figures put the month before the day; no more than half sure."""
    dates = [cell.date for row in rows for cell in row.dates.values() if cell.date is not None]
    orders = {date.order for date in dates if date.order is not None and not date.is_named}
    if orders != {"mdy"}:
        return None
    return Found("USD", (), lines[0].page_number, lines[0].number, lines[0].source, _BY_ORDER)


def _leader(home: Counter[str], among: frozenset[str] | None) -> str | None:
    """The currency that most speaks for, if no other has as much."""
    votes = [(count, code) for code, count in home.items() if among is None or code in among]
    votes.sort(reverse=True)
    if not votes or (len(votes) > 1 and votes[0][0] == votes[1][0]):
        return None
    return votes[0][1]
