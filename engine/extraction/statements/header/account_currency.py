"""The account's currency: by its label, by the amounts' own signs, by the heads of the table."""

from collections import Counter
from collections.abc import Sequence

from engine.extraction.currencies import currency_of
from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word

_COUNTRIES: PhraseBook[str] = PhraseBook.of_lists(
    {
        "SGD": "singapore", "AUD": "australia", "CAD": "canada", "HKD": "hong kong",
        "NZD": "new zealand", "TWD": "taiwan", "MXN": "mexico", "MYR": "malaysia", "INR": "india",
        "GBP": "united kingdom, england, scotland, wales", "CHF": "schweiz, switzerland, suisse",
        "EUR": "deutschland, germany, france, osterreich, austria, espana, spain, italia, italy, "
        "nederland, netherlands, belgium, belgique, ireland, portugal, suomi, finland",
        "PLN": "polska, poland", "CZK": "ceska republika, czech republic", "SEK": "sverige, sweden",
        "NOK": "norge, norway", "DKK": "danmark, denmark", "BRL": "brasil, brazil",
        "ZAR": "south africa", "IDR": "indonesia", "PHP": "philippines", "THB": "thailand",
        "TRY": "turkiye, turkey", "HUF": "magyarorszag, hungary", "RON": "romania", "USD": "usa",
    }
)  # fmt: skip
_DOLLARS = frozenset({"SGD", "AUD", "CAD", "HKD", "NZD", "TWD", "MXN"})
_CURRENCY_LABELS = frozenset(
    {"currency", "wahrung", "devise", "moneda", "divisa", "moeda", "valuta", "waluta", "mena"}
    | {"penznem", "valuuta", "para birimi", "валюта", "account currency", "mata uang"}
)


def currency(
    lines: Sequence[TypedLine], rows: Sequence[Row], row_lines: frozenset[int]
) -> Found | None:
    """The account's currency: by its label, the amounts' own signs, or the table's heads."""
    votes: Counter[str] = Counter()
    places: dict[str, Found] = {}

    def vote(text: str, words: Sequence[Word], line: TypedLine, weight: int) -> None:
        code = currency_of(text)
        if code is not None:
            votes[code] += weight
            places.setdefault(code, found_on(code, words, line, 0.9))

    by_number = {line.number: line for line in lines}
    for row in rows:
        for cell in row.money.values():
            if cell.money is not None and cell.money.currency:
                vote(cell.money.currency, cell.words, by_number[row.lines[0]], 1)
    for line in lines:
        if line.number not in row_lines:
            for cell in line.cells:
                weight = _currency_weight(cell, line)
                if weight:
                    vote(cell.text, cell.words, line, weight)
    return _most_voted(votes, places, lines, row_lines)


def _currency_weight(cell: Cell, line: TypedLine) -> int:
    if cell.money is not None:
        return 1 if cell.money.currency else 0
    tokens = set(line.plain.split())
    if _CURRENCY_LABELS & tokens and len(tokens) < 14:
        return 1000
    return 30 if len(cell.words) <= 5 and len(line.cells) >= 2 else 0


def _most_voted(
    votes: Counter[str],
    places: dict[str, Found],
    lines: Sequence[TypedLine],
    row_lines: frozenset[int],
) -> Found | None:
    country = _by_country(lines, row_lines)
    if not votes:
        return country
    code = votes.most_common(1)[0][0]
    if code == "USD" and not any("USD" in line.text or "US$" in line.text for line in lines):
        # A bare dollar sign is many countries' currency: the bank's address says which.
        return country if country is not None and country.value in _DOLLARS else places[code]
    return places[code]


def _by_country(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Found | None:
    """The currency of the country that the pages outside the rows name most often."""
    counts: Counter[str] = Counter()
    places: dict[str, Found] = {}
    for line in lines:
        if line.number not in row_lines:
            for hit in _COUNTRIES.find(line.plain.split()):
                counts[hit.label] += 1
                words = [word for cell in line.cells for word in cell.words]
                places.setdefault(hit.label, found_on(hit.label, words, line, 0.6))
    return places[counts.most_common(1)[0][0]] if counts else None
