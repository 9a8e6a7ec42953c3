"""Which labels speak for which dates, after a second look at what stands around them.

"Invoice 17 of 5 May" dates the invoice, "Lev. date" does not, and a "Date" over a whole column is
the column's.
"""

from collections import Counter
from dataclasses import replace
from typing import Final

from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.grouping.other_documents import speaks_of_another
from engine.extraction.invoices.header.due_sentences import read_payment
from engine.extraction.invoices.sheet.candidate import DateCandidate
from engine.extraction.invoices.sheet.composed import concepts_of
from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.sheet.layout import LabelHit, Segment, Sheet
from engine.extraction.invoices.vocabulary.concepts import FILLERS
from engine.extraction.invoices.vocabulary.table_heads import TABLE_HEADS
from engine.extraction.months import WEEKDAYS

_LABELS: Final[frozenset[Label]] = frozenset(
    {
        "invoice_date",
        "date",
        "due_date",
        "other_date",
        "terms",
        "title",
        "invoice_number",
        "credit_title",
    }
)
_HEADLINES: Final[frozenset[Label]] = frozenset({"title", "credit_title", "invoice_number"})
_NO_HEADLINE: Final[frozenset[Label]] = frozenset({"order_number", "other_number", "due_date"})
SMALL_WORDS: Final = frozenset(("am", "le", "den", "dne", "dnia"))
"""Words that stand before a date and announce nothing by themselves."""

_LONGEST_OF: Final = 5
_SHORT_OF: Final = 4
_WORDS_OF_A_NUMBER: Final = 4
_WORDS_BEFORE_A_TITLE: Final = 2
_WORDS_OF_TEXT: Final = 6
_WORDS_OF_A_TOWN: Final = 3
_TOWN_ZONE: Final = 0.5
_SAME_EDGE: Final = 0.02
_COLUMN: Final = 3
_OF: Final = frozenset(("del", "du", "vom"))
_PAID_DAYS: Final = frozenset(("payment date", "date paid", "paid on"))
_NAMES: Final = frozenset(map(squeezed, TABLE_HEADS["description"].split(",")))
_FIGURES: Final = frozenset(
    squeezed(phrase)
    for role in ("quantity", "unit_price", "net", "amount", "gross")
    for phrase in TABLE_HEADS[role].split(",")
)
_GLUED: Final = ("isue", "invoice")
"""What a lost space glues a small word to ("ofissue")."""

_VALUE_DAY: Final = "valuta"


def claims_on_dates(sheet: Sheet, dates: list[DateCandidate]) -> Claims:
    """The claims on ``dates``."""
    claims = claims_on(sheet, dates, _LABELS)
    columns = _columns(sheet, claims)
    for candidate in dates:
        if speaks_of_another(candidate.segment):
            _refuse(candidate, claims)
            continue
        _doubt(candidate, claims, columns)
        _honour_headline(candidate, claims)
        _honour_line_under_title(sheet, candidate, claims)
        _honour_town(candidate, claims)
        _read_value_day(sheet, candidate, claims)
        read_payment(sheet, candidate, claims)
    return claims


def _refuse(candidate: DateCandidate, claims: Claims) -> None:
    """The date of another document is neither the day of issue nor the day due."""
    hit = LabelHit("other_date", candidate.segment, 0, 1, "")
    claims[candidate] = [Claim(hit, 1.0, is_below=False)]


def _columns(sheet: Sheet, claims: Claims) -> set[LabelHit]:
    """The words "date" that head a column of a table."""
    below = Counter(
        claim.hit
        for found in claims.values()
        for claim in found
        if claim.label == "date" and claim.is_below
    )
    return {
        hit for hit, count in below.items() if count >= _COLUMN or _heads_table(sheet, hit.segment)
    }


def _heads_table(sheet: Sheet, head: Segment) -> bool:
    """Whether the other words of the row are heads of a table of items."""
    row = [other for other in sheet.row_of(head).segments if other is not head]
    others = [squeezed(other.text) for other in row]
    if not _NAMES.isdisjoint(others) or sum(text in _FIGURES for text in others) > 1:
        return True
    firsts = {other.tokens[0] for other in row if other.tokens}
    return len(row) >= _COLUMN and not _NAMES.isdisjoint(firsts)


def _doubt(candidate: DateCandidate, claims: Claims, columns: set[LabelHit]) -> None:
    """Less for what only looks like the label of this date."""
    segment = candidate.segment
    for index, claim in enumerate(claims[candidate]):
        hit = claim.hit
        inside = hit.segment is segment
        if claim.label == "date" and hit.phrase in SMALL_WORDS:
            if inside and hit.start and not segment.words[hit.start - 1].text.endswith(","):
                claims[candidate][index] = replace(claim, closeness=0.2 * claim.closeness)
        elif claim.label == "date" and _is_of_something(candidate, claim):
            claims[candidate][index] = replace(claim, hit=replace(hit, label="other_date"))
        elif hit.phrase in _OF and _stands_alone(hit):
            claims[candidate][index] = replace(claim, hit=replace(hit, label="date"))
        elif hit.phrase in _PAID_DAYS:
            claims[candidate][index] = replace(claim, closeness=0.6 * claim.closeness)
        elif hit in columns:
            claims[candidate][index] = replace(claim, closeness=0.3 * claim.closeness)
        elif inside and hit.start > 1 and len(segment.words) >= _WORDS_OF_TEXT:
            share = 0.4 if claim.label in _HEADLINES else 0.85
            if claim.label in _HEADLINES or claim.label == "due_date":
                claims[candidate][index] = replace(claim, closeness=share * claim.closeness)


def _stands_alone(hit: LabelHit) -> bool:
    """Whether a small word is a label of its own: "Del: 5 maggio"."""
    words = hit.segment.words
    return hit.start == 0 and (hit.end == len(words) or words[hit.end - 1].text.endswith(":"))


def _is_of_something(candidate: DateCandidate, claim: Claim) -> bool:
    """Whether other words beside "date" say which: "Despatch date", "Date ordered"."""
    hit = claim.hit
    words = hit.segment.words
    if hit.start and _says(words[hit.start - 1].text, closed=True):
        return True
    if words[hit.end - 1].text.endswith(":"):
        return False
    end = candidate.start if hit.segment is candidate.segment else len(words)
    return hit.end < end and _says(words[hit.end].text, closed=False)


def _says(word: str, closed: bool) -> bool:
    """Whether a word beside "date" tells what it is the date of; ``closed``: unless it ends so."""
    token = squeezed(word)
    if len(token) < 3 or not token.isalpha() or token in FILLERS or token in WEEKDAYS:
        return False
    if closed and not word[-1].isalnum() and not word.endswith("."):
        return False
    if token.endswith(_GLUED):
        return False
    return not {"invoice", "issue", "date"} & set(concepts_of(token))


def _honour_headline(candidate: DateCandidate, claims: Claims) -> None:
    """In "Invoice 17 of 5 May" the small word before the date does not make it another date."""
    segment = candidate.segment
    before = [hit for hit in segment.labels if hit.start < candidate.start]
    if not before or before[0].label not in _HEADLINES:
        return
    if any(hit.label in _NO_HEADLINE for hit in before) or not _opens(segment, before[0]):
        return
    words = segment.words[before[0].end : candidate.start]
    ends = candidate.end >= len(segment.words) - 1
    if segment.text.endswith(".") and len(segment.words) >= _WORDS_OF_TEXT:
        return
    if len(segment.words[candidate.start - 1].text) <= _LONGEST_OF or (
        ends and len(words) <= _WORDS_OF_A_NUMBER
    ):
        others = [claim for claim in claims[candidate] if claim.hit.segment is not segment]
        headline = replace(before[0], label="invoice_date")
        claims[candidate] = [Claim(headline, 0.93, is_below=False), *others]


def _opens(segment: Segment, title: LabelHit) -> bool:
    """Whether a title opens its line, but for words in capitals or a dash before it."""
    before = segment.words[: title.start]
    return len(before) <= _WORDS_BEFORE_A_TITLE and all(
        word.text.isupper() or not word.text.isalpha() for word in before
    )


def _honour_line_under_title(sheet: Sheet, candidate: DateCandidate, claims: Claims) -> None:
    """A line "of 5 May" right under the title or the number says when the invoice was made."""
    segment = candidate.segment
    if candidate.start != 1 or len(segment.words[0].text) > _SHORT_OF:
        return
    first = sheet.rows[0].number
    for row in reversed(sheet.rows[max(0, segment.row - first - 2) : segment.row - first]):
        above = [other for other in row.segments if abs(other.x0 - segment.x0) < _SAME_EDGE]
        titles = [hit for other in above for hit in other.labels if hit.label in _HEADLINES]
        if titles and row.page == segment.page:
            headline = replace(titles[0], label="invoice_date")
            claims[candidate] = [Claim(headline, 0.85, is_below=True)]
            return


def _honour_town(candidate: DateCandidate, claims: Claims) -> None:
    """A town and a date in a line of their own ("Bremen, 5 May") date a letter."""
    segment = candidate.segment
    named = candidate.start and squeezed(segment.words[0].text) not in WEEKDAYS
    if named and is_alone(candidate) and segment.y0 < _TOWN_ZONE:
        hit = LabelHit("invoice_date", segment, 0, candidate.start, "")
        claims[candidate].insert(0, Claim(hit, 0.85, is_below=False))


def is_alone(date: DateCandidate) -> bool:
    """Whether a date fills its segment, or only a town stands before it ("Bremen, den 5. May")."""
    words = [word.text for word in date.segment.words]
    if date.end < len(words):
        return False
    before = words[: date.start]
    if before and before[-1] in SMALL_WORDS:
        before = before[:-1]
    if not before:
        return True
    named = not any(char.isdigit() for word in before for char in word)
    return named and len(before) <= _WORDS_OF_A_TOWN and before[-1].endswith(",")


def _read_value_day(sheet: Sheet, candidate: DateCandidate, claims: Claims) -> None:
    """Valuta with a currency is the currency, with a date the day when the money counts."""
    segment = candidate.segment
    for other in sheet.row_of(segment).segments[max(0, segment.index - 1) : segment.index + 1]:
        for hit in other.labels:
            behind = other is segment and hit.end == candidate.start
            beside = other is not segment and hit.end == len(other.words) and not candidate.start
            if hit.phrase == _VALUE_DAY and (behind or beside):
                due = replace(hit, label="due_date")
                claims[candidate].insert(0, Claim(due, 0.8, is_below=False))
