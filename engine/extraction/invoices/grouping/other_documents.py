"""Lines that speak of another document: the one an invoice replaces, corrects or belongs to.

Its number and its date stand there beside the word invoice, and are not this invoice's.
"""

from functools import lru_cache
from typing import Final

from engine.extraction.invoices.sheet.composed import concepts_of
from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Segment

_ABOUT: Final = frozenset(
    squeezed(word)
    for word in """
    replaces replaced supersedes corrects corrected cancels refers referring relates relating
    crediting ersetzt bezug korrigiert storniert betrifft remplace remplacée annule corrige
    concerne vervangt corrigeert annuleert crediteert sostituisce rettifica corregge annulla
    storna riferita sustituye rectifica corrige anula corresponde substitui retifica referente
    nahrazuje opravuje storňuje zastępuje dotyczy koryguje anuluje ersätter avser krediterar
    rättar erstatter vedrører krediterer gjelder retter korvaa koskee hyvittää oikaisee
    inlocuieste înlocuiește
    """.split()  # noqa: SIM905
)
_PROFORMA: Final = frozenset(("proforma", "proformy", "proforme", "proformu"))
_REFERENCES: Final = frozenset(
    ("reference", "ref", "referenz", "riferimento", "rif", "referencia", "referens")
)
_REFERENCE: Final = 3
_SENTENCE: Final = 5


def speaks_of_another(segment: Segment) -> bool:
    """Whether ``segment`` says what it does to another document, or names a proforma in passing."""
    return _speaks(segment.tokens) or _refers(segment)


def _refers(segment: Segment) -> bool:
    """Whether it is a reference to an invoice: "Reference: invoice 17"."""
    words, tokens = segment.words, segment.tokens
    if len(words) < _REFERENCE or not tokens or tokens[0] not in _REFERENCES:
        return False
    after = 2 if words[1].text == ":" else 1
    closed = after == 2 or words[0].text.endswith(":")
    return closed and "invoice" in concepts_of(squeezed(words[after].text))


@lru_cache(maxsize=16384)
def _speaks(tokens: tuple[str, ...]) -> bool:
    if not _ABOUT.isdisjoint(tokens):
        return True
    if len(tokens) < _SENTENCE:
        return False
    joined = " ".join(tokens)
    return "pro forma" in joined or not _PROFORMA.isdisjoint(tokens)
