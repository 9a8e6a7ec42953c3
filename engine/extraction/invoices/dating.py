"""The date of an invoice and the day it falls due."""

import datetime as dt
from dataclasses import replace
from typing import Final

from engine.extraction.invoices.candidates import Candidate, Candidates, DateCandidate
from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.labels import Label, squeezed
from engine.extraction.invoices.layout import LabelHit, Sheet
from engine.extraction.invoices.scoring import Scored, agreed, ranked

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
_ISSUED: Final[dict[Label, float]] = {
    "invoice_date": 0.97,
    "date": 0.78,
    "invoice_number": 0.55,
    "title": 0.5,
    "credit_title": 0.5,
}
_DUE: Final[dict[Label, float]] = {"due_date": 0.95, "terms": 0.65}
_HEADLINES: Final[frozenset[Label]] = frozenset({"title", "credit_title", "invoice_number"})
_OTHER_NUMBERS: Final[frozenset[Label]] = frozenset({"order_number", "other_number"})
_DISCOUNT: Final = frozenset(("skonto", "discount", "escompte", "korting", "sconto", "kasarabat"))
_SMALL_WORDS: Final = frozenset(("am", "le", "den", "dne", "dnia"))
_COLLECTING: Final = frozenset(
    squeezed(word)
    for word in """
    abgebucht abbuchen eingezogen einziehen abbuchung einzug überweisen überweisung begleichen
    zahlen bezahlen zahlbar fällig prélevé prélevée prélèvement prélever régler payable
    afgeschreven geïncasseerd incasso overmaken betalen addebitato addebito domiciliado cargado
    adeudado debitado débito inkaso uhradit pobrana zapłaty debiteras dras trukket trækkes
    veloitetaan debited collected charged pay payable due
    """.split()  # noqa: SIM905
)
_BOOKED: Final = frozenset(
    squeezed(word)
    for word in "bezahlt erhalten paid received payé acquitté betaald pagato pagado pago".split()  # noqa: SIM905
)
_LONGEST_OF: Final = 4
_LONGEST_SERIES: Final = 3
_NET: Final = frozenset(("neto", "net"))
"""The day "net" is when the whole amount is due, without a discount."""

_SENTENCE: Final = 4
_PLACE_WORDS: Final = 1
_WORDS_OF_A_TOWN: Final = 3
_SAME_EDGE: Final = 0.02
_FOOT: Final = 0.9
_HEADER_ZONE: Final = 0.4
_LEAST: Final = 0.3


def find_dates_of(
    sheet: Sheet, found: Candidates
) -> tuple[list[Scored[dt.date]], list[Scored[dt.date]]]:
    """Ranked days of issue and due days; each list is empty when nothing is trustworthy."""
    dates = [date for date in found.dates if not _is_number(date)]
    claims = claims_on(sheet, dates, _LABELS)
    for candidate in dates:
        _honour_headline(candidate, claims)
        _honour_line_under_title(sheet, candidate, claims)
        _doubt_sentence(candidate, claims)
        _read_payment(candidate, claims)
    issued = agreed(ranked(dates, claims, _ISSUED, fit=_fits_issue))
    due = agreed(ranked(dates, claims, _DUE, fit=_fits_due))
    if not issued or issued[0].score < _LEAST:
        issued = _unlabelled(dates, claims, due)
    if issued:
        due = [entry for entry in due if entry.value >= issued[0].value]
    return issued, [entry for entry in due if entry.score >= _LEAST]


def _is_number(date: DateCandidate) -> bool:
    """Whether it is a number written like a date ("Faktura nr 12/07/2026", "FV 7/05/2026")."""
    segment = date.segment
    if any(hit.label == "invoice_number" and hit.end == date.start for hit in segment.labels):
        return "/" in date.text
    before = segment.words[date.start - 1].text if date.start else ""
    covered = any(hit.start < date.start <= hit.end for hit in segment.labels)
    shouted = before.isalpha() and before.isupper() and 2 <= len(before) <= _LONGEST_SERIES
    return shouted and "/" in date.text and not covered


def _honour_headline(candidate: DateCandidate, claims: Claims) -> None:
    """In "Invoice 17 of 5 May" the small word before the date does not make it another date."""
    segment = candidate.segment
    before = [hit for hit in segment.labels if hit.start < candidate.start]
    labels = {hit.label for hit in before}
    if not labels or before[0].label not in _HEADLINES or labels & _OTHER_NUMBERS:
        return
    if before[0].start > 1:
        return
    if len(segment.words[candidate.start - 1].text) <= 5:
        others = [claim for claim in claims[candidate] if claim.hit.segment is not segment]
        headline = replace(before[0], label="invoice_date")
        claims[candidate] = [Claim(headline, 0.93, is_below=False), *others]


def _honour_line_under_title(sheet: Sheet, candidate: DateCandidate, claims: Claims) -> None:
    """A line "of 5 May" right under the title or the number says when the invoice was made."""
    segment = candidate.segment
    if candidate.start != 1 or len(segment.words[0].text) > _LONGEST_OF:
        return
    first = sheet.rows[0].number
    for row in reversed(sheet.rows[max(0, segment.row - first - 2) : segment.row - first]):
        above = [other for other in row.segments if abs(other.x0 - segment.x0) < _SAME_EDGE]
        titles = [hit for other in above for hit in other.labels if hit.label in _HEADLINES]
        if titles and row.page == segment.page:
            headline = replace(titles[0], label="invoice_date")
            claims[candidate] = [Claim(headline, 0.85, is_below=True)]
            return


def _doubt_sentence(candidate: DateCandidate, claims: Claims) -> None:
    """A small word before a date announces nothing inside a sentence ("endet am 5.3.")."""
    for index, claim in enumerate(claims[candidate]):
        hit = claim.hit
        small = claim.label == "date" and hit.phrase in _SMALL_WORDS
        if small and hit.segment is candidate.segment and hit.start > _PLACE_WORDS:
            claims[candidate][index] = replace(claim, closeness=0.2 * claim.closeness)


def _read_payment(candidate: DateCandidate, claims: Claims) -> None:
    """A sentence about collecting or paying the amount names the day on which it is due."""
    segment = candidate.segment
    tokens = set(segment.tokens)
    if len(segment.words) < _SENTENCE or tokens & _DISCOUNT or tokens & _BOOKED:
        return
    own = [claim for claim in claims[candidate] if claim.hit.end == candidate.start]
    if any(c.hit.segment is segment and c.hit.phrase not in _SMALL_WORDS for c in own):
        return
    verb = next((token for token in segment.tokens if token in _COLLECTING or token in _NET), None)
    if verb is not None:
        word = segment.owners[segment.tokens.index(verb)]
        hit = LabelHit("due_date", segment, word, word + 1, verb)
        claims[candidate] = [Claim(hit, 0.8, is_below=False)]


def _fits_issue(candidate: Candidate[dt.date]) -> float:
    """Less for a date that is one end of a period or stands at the foot of the page."""
    words = candidate.segment.words
    fit = 0.75 if candidate.segment.y0 > _FOOT else 1.0
    after = words[candidate.end].text if candidate.end < len(words) else ""
    before = words[candidate.start - 1].text if candidate.start else ""
    dashes = {"-", "–", "—", "to", "bis", "au", "t/m", "al", "até", "do"}
    return 0.35 * fit if after.casefold() in dashes or before in {"-", "–", "—"} else fit


def _fits_due(candidate: Candidate[dt.date]) -> float:
    """Less for the last day of a discount."""
    return 0.5 if _DISCOUNT & set(candidate.segment.tokens) else 1.0


def _unlabelled(
    dates: list[DateCandidate], claims: Claims, due: list[Scored[dt.date]]
) -> list[Scored[dt.date]]:
    """A date that nothing names: the only one, or the first that stands alone in the header."""
    taken = {entry.value for entry in due if entry.score > _LEAST}
    free = [
        date
        for date in dates
        if date.value not in taken
        and not any(claim.label == "other_date" for claim in claims[date][:1])
    ]
    if len({date.value for date in free}) == 1:
        return [Scored(free[0], 0.55)]
    alone = [d for d in free if _is_alone(d)]
    heading = [d for d in alone if d.segment.y0 < _HEADER_ZONE and _fits_issue(d) == 1.0]
    return [Scored(heading[0], 0.4)] if heading else []


def _is_alone(date: DateCandidate) -> bool:
    """Whether a date fills its segment, or only a town stands before it ("Bremen, den 5. May")."""
    words = [word.text for word in date.segment.words]
    if date.end < len(words):
        return False
    before = words[: date.start]
    if before and before[-1] in _SMALL_WORDS:
        before = before[:-1]
    return not before or (len(before) <= _WORDS_OF_A_TOWN and before[-1].endswith(","))
