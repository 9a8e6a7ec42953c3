"""Sentences that say by which day the amount is to be paid, or on which it is collected."""

from typing import Final

from engine.extraction.invoices.evidence import Claim, Claims
from engine.extraction.invoices.sheet.candidate import DateCandidate
from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import LabelHit, Sheet


def _words(text: str) -> frozenset[str]:
    return frozenset(squeezed(word) for word in text.split())


DISCOUNT: Final = _words(
    """
    skonto skonta skontem discount deducted escompte remise rabais korting sconto kassarabatt
    kassarabat rabat rabatt rabattia sleva slevu desconto descuento alennus kassa-alennus zlava
    """
)
"""Words of a discount for early payment, whose last day is not the day due."""

FEES: Final = _words(
    """
    annual anual annuel annuelle annuale anuidade anualidad jahresgebühr jahresbeitrag mahngebühr
    årsgebyret årsgebyr årsavgift årsavgiften roční roczna vuosimaksu jaarlijkse jaarbijdrage
    cotisation canone renewal renews membership mitgliedsbeitrag verlängert
    """
)
"""Words of a fee beside the amount, which falls due on another day."""

_COLLECTING: Final = _words(
    """
    abgebucht abbuchen eingezogen einziehen abbuchung einzug überweisen überweisung begleichen
    zahlen bezahlen zahlbar fällig prélevé prélevée prélèvement prélever régler payable
    afgeschreven geïncasseerd incasso overmaken betalen addebitato addebito domiciliado cargado
    adeudado debitado débito inkaso uhradit pobrana zapłaty debiteras dras trukket trækkes
    veloitetaan debited collected charged pay payable due belastes belastas cargará adeudará
    debitada debitados strženo inkasujemy
    """
)
_PAYING: Final = _COLLECTING | _words(
    """
    settle remit payment paid zahlung paiement règlement virement payer betaling betaald
    pagamento pagare versare bonifico pago pagar abonen abonar abonen transferencia pagos
    transferência úhradu úhrada uhraďte zaplaťte platbu platby wpłaty zapłatę płatność przelew
    przelewem betala betalning betalas betales betal betalt indbetalt innbetalt betalingen
    indbetales maksettava maksu maksetaan maksaa
    """
)
_UNTIL: Final = _words(
    """
    by before until than bis spätestens avant jusqu jusquau antes hasta até entro voor uiterlijk
    do nejpozději innen senest innan senast inden viimeistään after
    """
)
_BOOKED: Final = _words(
    "bezahlt erhalten paid received payé acquitté betaald pagato pagado pago betalt was were wurde"
)
_NET: Final = frozenset(("neto", "net"))
"""The day "net" is when the whole amount is due, without a discount."""

_SMALL_WORDS: Final = frozenset(("am", "le", "den", "dne", "dnia"))
_SENTENCE: Final = 4
_REACH: Final = 3
_SAME_EDGE: Final = 0.01


def read_payment(sheet: Sheet, candidate: DateCandidate, claims: Claims) -> None:
    """A sentence about collecting or paying the amount names the day on which it is due."""
    segment = candidate.segment
    tokens = _sentence(sheet, candidate)
    told = segment.tokens if not _NET.isdisjoint(segment.tokens) else tokens
    if len(tokens) < _SENTENCE or not FEES.isdisjoint(tokens) or not DISCOUNT.isdisjoint(told):
        return
    own = [
        claim
        for claim in claims[candidate]
        if claim.hit.segment is segment and claim.hit.end == candidate.start
    ]
    headed = any(c.label == "invoice_date" and not c.is_below for c in claims[candidate][:1])
    names = {c.label for c in own if c.hit.phrase not in _SMALL_WORDS}
    if headed or not names <= {"other_date"}:
        return
    before = tokens[: len(tokens) - _tokens_after(candidate)]
    is_limited = not _UNTIL.isdisjoint(before[-_REACH:]) and not _PAYING.isdisjoint(before)
    is_collected = (
        not names
        and _BOOKED.isdisjoint(tokens)
        and not (_COLLECTING.isdisjoint(tokens) and _NET.isdisjoint(tokens))
    )
    if is_limited or is_collected:
        hit = LabelHit("due_date", segment, 0, 1, " ".join(before[-_REACH:]))
        claims[candidate] = [Claim(hit, 0.82 if is_limited else 0.8, is_below=False)]


def _tokens_after(candidate: DateCandidate) -> int:
    """How many tokens of the segment do not stand before the date."""
    return sum(owner >= candidate.start for owner in candidate.segment.owners)


def _sentence(sheet: Sheet, candidate: DateCandidate) -> tuple[str, ...]:
    """The tokens of the segment, and of the line that it goes on from."""
    segment = candidate.segment
    first = segment.words[0].text
    if segment.index == 0 and (first[:1].islower() or candidate.start == 0):
        number = segment.row - sheet.rows[0].number - 1
        above = sheet.rows[number].segments[0] if number >= 0 else None
        if (
            above is not None
            and above.page == segment.page
            and abs(above.x0 - segment.x0) < _SAME_EDGE
            and len(above.words) > _SENTENCE
            and not above.text.endswith((".", ":"))
        ):
            return above.tokens + segment.tokens
    return segment.tokens
