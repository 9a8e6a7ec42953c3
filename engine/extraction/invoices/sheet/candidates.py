"""Typed candidates: everything on a sheet that could be an amount, a date or a number.

The type says only what the words could mean. What they are, the labels and the arithmetic decide.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final, Generic, TypeVar

from engine.extraction.amounts import Amount, decimal_mark_of, parse_amount
from engine.extraction.dates import date_order_of, find_dates, parse_date
from engine.extraction.identifiers import Identifier, find_ibans, find_vat_numbers
from engine.extraction.invoices.sheet.layout import Segment, Sheet, box_of
from engine.extraction.phrases import plain
from engine.reading.page import PageSource, Word
from engine.records import BBox

Value = TypeVar("Value", covariant=True)

_MOST_AMOUNT_WORDS: Final = 4
_WIDEST_SPACE: Final = 1.2
"""Widths of a figure between two groups of one number, at most."""

_FIGURES = re.compile(r"\d")
_ODD_EURO = re.compile(r"^[Ä€ˆ¬](?=\d)|(?<=\d)[Ä¬]$")
_MARK = re.compile(r"(?<=\d[.,]\d\d)[A-Z]$")
"""A letter right behind the cents stands for a tax ("41.99T")."""

_OUTER = re.compile(r"([^\d\s(]{1,5})\s?\(([\d., ']+)\)$")
"""A currency before the parentheses that stand for a minus."""

_COULD_BEGIN = re.compile(r"[-+−–—(*]*(?:[\d.,]|[^\W\d_]{1,4}\.?\$?\d*|[^\w\s]{1,3})")
_OPEN_END = re.compile(r"\d[.,]\Z")
_CENTS = re.compile(r"\d\d\D?")
_DAYS: Final = frozenset(
    """
    day days tag tage tagen jour jours dag dagen giorni giorno dias dia dni den dnu dagar dager dage
    paivaa nap napon zile dana dni week weeks woche wochen month months monat monate monaten mois
    maanden mesi meses
    """.split()  # noqa: SIM905
)
_DASH_ENDS: Final = ("-", "–", "—", "−")
_DASHES: Final = frozenset(("-", "–", "—", "−"))
_CODE = re.compile(r"[#№]?(?=[^\s]*\d)[A-Za-z0-9À-ž][A-Za-z0-9À-ž_/.\\\-–#&+]*\Z")
_CODE_PREFIX = re.compile(
    r"(?<![-/\d])(?:№|nº|n°|no\.?|nr\.?|#)[:.]?(?=[A-Z0-9#]*[-/_]?\d)", re.IGNORECASE
)
_CODE_EDGE = ".,:;()[]\"'“”„*–-/"


@dataclass(frozen=True, eq=False, slots=True)
class Candidate(Generic[Value]):
    """Words that could be a value: ``segment.words[start:end]``."""

    value: Value
    segment: Segment
    start: int
    end: int
    text: str

    @property
    def words(self) -> tuple[Word, ...]:
        """The words themselves."""
        return self.segment.words[self.start : self.end]

    @property
    def bbox(self) -> BBox:
        """The box around the words."""
        return box_of(self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.segment.words[self.start].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.segment.words[self.end - 1].x1


AmountCandidate = Candidate[Amount]
DateCandidate = Candidate[dt.date]
CodeCandidate = Candidate[str]
IdentifierCandidate = Candidate[Identifier]


@dataclass(eq=False, slots=True)
class Candidates:
    """All candidates of a sheet by type, and how the document writes its figures.

    ``date_order`` is dmy or mdy, or None where nothing on the pages proves one; ``read_as`` is the
    order in which the dates were read.
    """

    amounts: list[AmountCandidate] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)
    codes: list[CodeCandidate] = field(default_factory=list)
    ibans: list[IdentifierCandidate] = field(default_factory=list)
    tax_ids: list[IdentifierCandidate] = field(default_factory=list)
    decimal_mark: str | None = None
    date_order: str | None = None
    read_as: str = "dmy"


def find_candidates(sheet: Sheet, default_date_order: str = "dmy") -> Candidates:
    """All typed candidates of ``sheet`` in reading order.

    ``default_date_order`` is used where the document's own dates prove none.
    """
    segments = [segment for segment in sheet.segments if segment.figured]
    printed = [(segment, find_dates(segment.text)) for segment in segments]
    order = date_order_of(text for _, dates in printed for _, _, text in dates)
    found = Candidates(date_order=order, read_as=order or default_date_order)
    found.decimal_mark = decimal_mark_of(_figures(segments))
    for segment, dates in printed:
        taken = set[int]()
        found.dates += _dates(segment, dates, found.read_as, taken)
        found.ibans += _identifiers(segment, find_ibans(segment.text), taken)
        found.tax_ids += _identifiers(segment, find_vat_numbers(segment.text), set())
        found.amounts += _amounts(segment, found.decimal_mark, taken)
        found.codes += _codes(segment)
    return found


def with_order(found: Candidates, order: str) -> Candidates:
    """The same candidates with the dates read in another order."""
    dates = [
        replace(date, value=value)
        for date in found.dates
        if (value := parse_date(date.text, order=order)) is not None
    ]
    return replace(found, dates=dates, read_as=order)


def find_codes(sheet: Sheet) -> Candidates:
    """Only the words with figures that could be a document's number."""
    found = Candidates()
    for segment in sheet.segments:
        found.codes += _codes(segment)
    return found


def _figures(segments: Iterable[Segment]) -> Iterable[str]:
    for segment in segments:
        for index in segment.figured:
            text = segment.words[index].text
            if not text.endswith("%"):
                yield text


def _dates(
    segment: Segment, printed: list[tuple[int, int, str]], order: str, taken: set[int]
) -> list[DateCandidate]:
    dates = []
    for start, end, text in printed:
        value = parse_date(text, order=order)
        if value is not None:
            first, last = segment.word_at(start), segment.word_at(end - 1)
            taken.update(range(first, last + 1))
            dates.append(Candidate(value, segment, first, last + 1, text))
    return dates


def _identifiers(
    segment: Segment, printed: Iterable[Identifier], taken: set[int]
) -> list[IdentifierCandidate]:
    found = []
    for number in printed:
        first, last = segment.word_at(number.start), segment.word_at(number.end - 1)
        taken.update(range(first, last + 1))
        found.append(Candidate(number, segment, first, last + 1, number.text))
    return found


def _amounts(segment: Segment, mark: str | None, taken: set[int]) -> list[AmountCandidate]:
    amounts: list[AmountCandidate] = []
    free = 0
    for figured in segment.figured:
        # An amount may begin some words before its first figure: "- EUR 5".
        for index in range(max(free, figured + 1 - _MOST_AMOUNT_WORDS), figured + 1):
            found = None if index in taken else _amount_at(segment, index, mark, taken)
            free = index + 1
            if found is not None:
                amounts.append(found)
                free = found.end
                break
    return amounts


def _amount_at(
    segment: Segment, start: int, mark: str | None, taken: set[int]
) -> AmountCandidate | None:
    """The longest run of words from ``start`` that is one amount, unless it is a percentage."""
    words = segment.words
    if not _COULD_BEGIN.match(words[start].text) or (start and words[start].text in _DASHES):
        return None
    best: AmountCandidate | None = None
    text = ""
    for end in range(start + 1, min(start + _MOST_AMOUNT_WORDS, len(words)) + 1):
        if end - 1 in taken:
            break
        text = _joined(text, words[end - 1].text, segment.source)
        if len(text) > 28:
            break
        amount = read_amount(text, mark)
        if amount is not None and not _set_apart(words[start:end]):
            best = Candidate(amount, segment, start, end, text)
    if best is None or _counts_something(words, best) or not _FIGURES.search(best.text):
        return None
    return best


def _joined(text: str, following: str, source: PageSource) -> str:
    """Two words as one text; recognised cents that came loose ("29. 70") are put back."""
    if not text:
        return following
    loose = source == "ocr" and _OPEN_END.search(text) and _CENTS.fullmatch(following)
    return text + following if loose else f"{text} {following}"


@lru_cache(maxsize=32768)
def read_amount(text: str, mark: str | None) -> Amount | None:
    """The amount that ``text`` is; a lone ``1.234`` with no other evidence has thousands."""
    cleaned = _MARK.sub("", _ODD_EURO.sub("€", text.rstrip(".;:*†")))
    cleaned = _OUTER.sub(r"(\1\2)", cleaned)
    amount = parse_amount(cleaned, mark)
    if amount is None and mark is None:
        other = "," if "." in cleaned else "."
        amount = parse_amount(cleaned, other)
    return amount


def _set_apart(words: tuple[Word, ...]) -> bool:
    """Whether figures stand too far from each other to be groups of one number."""
    for left, right in pairwise(words):
        if left.text[-1:].isdigit() and right.text[:1].isdigit():
            figure = (left.x1 - left.x0) / len(left.text)
            if right.x0 - left.x1 > _WIDEST_SPACE * figure:
                return True
    return False


def _counts_something(words: tuple[Word, ...], amount: AmountCandidate) -> bool:
    """Whether a percent sign follows, or a bare number counts days ("within 14 days")."""
    if amount.end >= len(words):
        return False
    following = words[amount.end].text
    if following.startswith("%"):
        return True
    return amount.text.isdigit() and plain(following) in _DAYS


def _codes(segment: Segment) -> list[CodeCandidate]:
    """Words with figures that could be a document's number."""
    codes = []
    for index in segment.figured:
        text = _code_in(segment.words[index].text)
        if text is not None:
            codes.append(Candidate(text, segment, index, index + 1, text))
    return codes


@lru_cache(maxsize=32768)
def _code_in(word: str) -> str | None:
    """The document's number that a word could be, without what is printed around it."""
    text = _CODE_PREFIX.sub("", word.strip(_CODE_EDGE), count=1).strip(_CODE_EDGE)
    before, _, after = text.rpartition(":")
    if before.isalpha():
        text = after
    return text if _CODE.match(text) else None


def has_cents(amount: Amount) -> bool:
    """Whether the amount shows what money shows: cents, a currency, or a dash for cents."""
    two_places = str(amount.value)[-3:-2] == "."  # a tenth of the time of as_tuple
    return two_places or amount.currency is not None or amount.text.rstrip().endswith(_DASH_ENDS)


def cents(value: Decimal) -> Decimal:
    """``value`` with at least two decimals, as money is written."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > -2:
        return value.quantize(Decimal("0.01"))
    return value
