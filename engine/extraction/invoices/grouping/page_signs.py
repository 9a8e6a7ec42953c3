"""What one page, or one part of a page, shows about its place in a file of several invoices.

Signs are small and cross process boundaries; deciding where invoices begin needs nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.grouping.page_marks import page_mark
from engine.extraction.invoices.grouping.page_roles import (
    MONEY,
    Role,
    greets,
    prose_role,
    squeezed_phrases,
    titled_role,
)
from engine.extraction.invoices.header.numbering import find_numbers
from engine.extraction.invoices.scoring import Scored
from engine.extraction.invoices.sheet.candidate import CodeCandidate
from engine.extraction.invoices.sheet.candidates import find_codes
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Row, Sheet, sheet_of
from engine.extraction.invoices.vocabulary.pages import CARRIED
from engine.extraction.phrases import PhraseBook
from engine.reading.page import Page

_CARRIED: Final[PhraseBook[str]] = PhraseBook({"carried": squeezed_phrases(CARRIED)})
_SUM_WORDS: Final = ("total", "sum", "gesamt", "totaal", "celkem", "razem")
_SURE: Final = 0.6
_LIKELY: Final = 0.5
_HEAD_ZONE: Final = 0.5
_MOST_TITLE_WORDS: Final = 7
_CLAUSE_FIGURES: Final = 2
"""Length up to which a number in running text counts a clause."""

_KEYS_ZONE: Final = 0.38
_HEAD_ROWS: Final = 6
_EDGE_ROWS: Final = 10
_FEWEST_FIGURES: Final = 3
_ID_FIGURES: Final = 6
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\D*")
_HOST = re.compile(r"(?:.*@|https?://|www\.)+(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_TITLES: Final[frozenset[Label]] = frozenset({"title", "credit_title"})


@dataclass(frozen=True, slots=True)
class PageSigns:
    """Signs of a page, or of a part of one; ``page_number`` is 1-based.

    Attributes:
        role: What the page is when it is no part of an invoice; None when it may be one.
        number: The invoice's own number, without signs and in small letters, when it is sure.
        others: Further numbers that could be the invoice's own.
        codes: Words with at least three figures, among them the numbers that a page repeats.
        ids: Words with at least six figures but no dates, and the hosts of addresses: what pages
            of one invoice have in common and those of two vendors have not.
        page_mark: The page's own count, from 1.
        pages_mark: Of how many, where that is printed.
        opens: Whether the head holds a title or a number and a date or a party.
        has_title: Whether the head holds an invoice's title.
        has_total: Whether a sum is named and given.
        goes_on: Whether its head says that it follows another page.
        is_followed: Whether its foot says that another page follows.
        amounts: How many words are money.
        head: Words of the first rows.
        head_codes: Words with at least three figures in the head, dates among them.
        layout: Labels in the head and, roughly, where they stand.
        shape: Width and height in points.
    """

    page_number: int
    role: Role | None = None
    number: str | None = None
    others: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    page_mark: int | None = None
    pages_mark: int | None = None
    opens: bool = False
    has_title: bool = False
    has_total: bool = False
    goes_on: bool = False
    is_followed: bool = False
    amounts: int = 0
    head: frozenset[str] = frozenset()
    head_codes: frozenset[str] = frozenset()
    layout: frozenset[tuple[Label, int, int]] = frozenset()
    shape: tuple[float, float] = (0.0, 0.0)


def signs_of(page: Page, rows: Sequence[Row]) -> PageSigns:
    """The signs of ``page``, whose rows are ``rows``."""
    shape = (page.width, page.height)
    if not rows:
        return PageSigns(page.page_number, role="blank", shape=shape)
    sheet = sheet_of([page], rows)
    head = sheet_of([page], [row for row in rows if row.y0 < _HEAD_ZONE] or rows[:1])
    numbers, is_listing = _numbers(head)
    number = plain_number(numbers[0].value) if numbers and numbers[0].score >= _SURE else None
    mark, of = page_mark(rows)
    heading = _heading(head)
    opens = bool(heading & {"title", "credit_title", "invoice_number"}) and bool(
        heading & {"invoice_date", "date", "buyer", "seller", "due_date"}
    )
    words = [word.text for row in rows for segment in row.segments for word in segment.words]
    codes = {
        plain_number(word): sum(map(str.isdigit, word))
        for word in words
        if not MONEY.search(word) and not _DATE.fullmatch(word)
    }
    has_title = bool(heading & _TITLES)
    has_total = _has_total(sheet)
    return PageSigns(
        page_number=page.page_number,
        role=_role(rows, has_title, has_total, is_listing, number) if mark in (None, 1) else None,
        number=number,
        others=frozenset(plain_number(n.value) for n in numbers[1:]),
        codes=frozenset(code for code, figures in codes.items() if figures >= _FEWEST_FIGURES),
        ids=frozenset(code for code, figures in codes.items() if figures >= _ID_FIGURES)
        | frozenset(host for word in words if (host := _host(word))),
        page_mark=mark,
        pages_mark=of,
        opens=opens,
        has_title=has_title,
        has_total=has_total,
        goes_on=any(map(_is_carried, rows[:_EDGE_ROWS])),
        is_followed=any(map(_is_carried, rows[-_EDGE_ROWS:])),
        amounts=sum(bool(MONEY.search(word)) for word in words),
        head=frozenset(t for row in rows[:_HEAD_ROWS] for t in row.tokens if _is_word(t)),
        head_codes=_head_codes(rows),
        layout=frozenset(
            (h.label, round(20 * h.x0), round(25 * h.segment.y0)) for h in head.labels
        ),
        shape=shape,
    )


def plain_number(number: str) -> str:
    """A number as it is compared: letters and figures only, small."""
    return re.sub(r"[\W_]", "", number).casefold()


def _numbers(head: Sheet) -> tuple[list[Scored[str]], bool]:
    """Likely numbers, best first, and whether others only stand in a column of numbers."""
    found = find_codes(head)
    numbers = [n for n in find_numbers(head, found)[0] if n.score >= _LIKELY]
    own = [number for number in numbers if not _is_listed(head, number, found.codes)]
    return own, len(own) < len(numbers)


def _is_listed(head: Sheet, number: Scored[str], codes: Sequence[CodeCandidate]) -> bool:
    """Whether the number's label heads a column with more numbers like it."""
    claim = number.claim
    if claim is None or not claim.is_below:
        return False
    label = claim.hit.segment
    pattern = _pattern(number.value)
    by_row: dict[int, list[CodeCandidate]] = {}
    for code in codes:
        by_row.setdefault(code.segment.row, []).append(code)
    count = 0
    for row in head.below(label, 8):
        column = [s for s in row.segments if min(s.x1, label.x1) > max(s.x0, label.x0)]
        if any(segment.labels for segment in column):
            break
        count += any(
            _pattern(code.value) == pattern
            for code in by_row.get(row.number, ())
            if min(code.x1, label.x1 + 0.02) > max(code.x0, label.x0 - 0.02)
        )
    return count >= 2


def _pattern(number: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", number))


def _has_total(sheet: Sheet) -> bool:
    labels = {hit.label for hit in sheet.labels}
    return bool(labels & {"total", "due"}) or any(
        hit.label == "weak_total"
        and hit.phrase.startswith(_SUM_WORDS)
        and MONEY.search(sheet.row_of(hit.segment).text)
        for hit in sheet.labels
    )


def _head_codes(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(
        plain_number(word.text)
        for row in rows
        if row.y0 < _KEYS_ZONE
        for segment in row.segments
        for word in segment.words
        if sum(map(str.isdigit, word.text)) >= _FEWEST_FIGURES and not MONEY.search(word.text)
    )


def _heading(head: Sheet) -> set[Label]:
    """The labels in a head; a title that is only part of a sentence is none."""
    return {
        hit.label
        for hit in head.labels
        if hit.label not in _TITLES
        or (hit.start <= 1 and len(hit.segment.words) <= _MOST_TITLE_WORDS)
    }


def _role(
    rows: Sequence[Row], has_title: bool, has_total: bool, is_listing: bool, number: str | None
) -> Role | None:
    """What a page is, when it is no part of an invoice."""
    titled = titled_role(rows)
    prose = prose_role(rows, titled[0] if titled else None)
    is_titled = titled is not None and titled[0] == "terms"
    if prose == "terms" and (is_titled or len(number or "") <= _CLAUSE_FIGURES):
        return prose
    if number is not None:
        return None
    if prose and not has_title:
        return prose
    if titled is not None:
        role, is_large = titled
        if role == "statement" and (is_listing or not (has_total or has_title)):
            return role
        if role != "statement" and not has_title and (is_large or not has_total):
            return role
    if has_total or has_title:
        return None
    money = sum(bool(MONEY.search(row.text)) for row in rows)
    return "letter" if greets(rows) and money <= 2 else None


def _is_carried(row: Row) -> bool:
    """Whether a row says that it carries on: in words of its own, not in those of an article."""
    return any(
        hit.start == 0 and len(segment.tokens) <= hit.end + 3
        for segment in row.segments
        for hit in _CARRIED.find(segment.tokens)
    )


def _host(word: str) -> str | None:
    """The host that an address of the web or of mail names."""
    match = _HOST.match(word)
    return match[1].casefold() if match else None


def _is_word(token: str) -> bool:
    return len(token) > 2 and token.isalpha()
