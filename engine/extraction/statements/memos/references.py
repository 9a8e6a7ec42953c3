"""References in memos: those with check digits first, then what a label names.

An invoice's number says more than the bank's own number of the payment, and a mandate's number
says least: it is the same every month.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from stdnum import iso11649, luhn
from stdnum.be import ogm_vcs
from stdnum.ch import esr

_CREDITOR = re.compile(r"\bRF\d{2}(?:\s?[A-Z0-9]{1,4}){1,6}\b")
_BELGIAN = re.compile(r"(?:\+{3}|\*{3})\s?(\d{3}/\d{4}/\d{5})\s?(?:\+{3}|\*{3})")
_SWISS = re.compile(r"(?<!\d)\d{2}(?: ?\d{5}){5}(?!\d)")
_NORDIC = re.compile(r"\b(?:KID|OCR)\b[\s:.-]*(\d{4,25})\b", re.IGNORECASE)
_FINNISH = re.compile(r"\bviite(?:numero|nro)?\b[\s:.-]*(\d[\d ]{2,24}\d)\b", re.IGNORECASE)

_NUMBER: Final = (
    r"(?:\s?(?:nr|no|n[°ºo]|number|num|id)\b\.?)?[\s#:.+=/-]*([A-Z0-9][A-Z0-9/._-]{2,34})"
)
_INVOICE: Final = (
    r"invoices?|inv|bill|rechnung(?:en)?|rechnungs|rech|rg|re|facture|fact|factura|fra|fattura|"
    r"fatt|fatura|"
    r"faktura|fakt|factuur|lasku|szamla|számla|saskaita|rēķins|arve|račun|faktur|nf|nfe|"
    r"τιμ(?:ολόγιο)?|сч[её]т|рахунок"
)
_OWN: Final = (
    r"eref|end[ -]?to[ -]?end(?:[ -]?id)?|kref|zahlungsreferenz|kundenreferenz|kenmerk|"
    r"betalingskenmerk|"
    r"ref(?:erence|erenz|erencia|erência|erentie|erens|erans)?|riferimento|rif|conf(?:irmation)?|"
    r"utr|rrn|trace|"
    r"sorgu|trn|cro|vs|variabiln[ií] symbol|poziv na broj|sklic|viite|kid|ocr|reference code"
)
_MANDATE: Final = r"mandat(?:sref(?:erenz)?|e)?|mref|umr|rum|machtigingskenmerk|mandaatreferte"

_FIRST_OF_SEVERAL: Final = r"end|variabiln[ií]|poziv|reference"
"""First words of labels that have several."""


def _labelled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W\d_]){_NUMBER}", re.IGNORECASE)


_LABELLED: Final = tuple(map(_labelled, (_INVOICE, _OWN, _MANDATE)))
_LABEL_WORD: Final = re.compile(
    rf"(?<![^\W_])(?:{_INVOICE}|{_OWN}|{_MANDATE}|{_FIRST_OF_SEVERAL})(?![^\W\d_])", re.IGNORECASE
)
_FIGURE = re.compile(r"\d")
_EMPTY: Final = frozenset({"notprovided", "none", "null", "otthr", "othr"})


def _finnish(digits: str) -> bool:
    """Whether the last figure is the check figure of a Finnish reference."""
    figures = [int(figure) for figure in reversed(digits)]
    weights = (7, 3, 1)
    total = sum(figure * weights[i % 3] for i, figure in enumerate(figures[1:]))
    return len(figures) >= 4 and (10 - total % 10) % 10 == figures[0]


def _norwegian(digits: str) -> bool:
    """Whether the last figure is a check figure by either of the two rules in use."""
    weighted = sum(int(f) * (2 + i % 6) for i, f in enumerate(reversed(digits[:-1])))
    return luhn.is_valid(digits) or str(-weighted % 11) == digits[-1]


_STRUCTURED: Final[tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...]] = (
    (_BELGIAN, ogm_vcs.is_valid),
    (_CREDITOR, iso11649.is_valid),
    (_SWISS, esr.is_valid),
    (_NORDIC, _norwegian),
    (_FINNISH, lambda text: _finnish(text.replace(" ", ""))),
)


_MAY_BE_STRUCTURED: Final = re.compile(
    r"\+{3}|\*{3}|RF\d\d|\d\d(?: ?\d{5}){5}|KID|OCR|viite", re.IGNORECASE
)
"""What every pattern of a reference with check digits holds."""


def structured_reference(memo: str) -> str | None:
    """The first reference in ``memo`` whose check digits are right, as printed."""
    if not _MAY_BE_STRUCTURED.search(memo):
        return None
    for pattern, is_valid in _STRUCTURED:
        for found in pattern.finditer(memo):
            text = found[found.lastindex or 0].strip()
            if is_valid(text):
                return text
    return None


@lru_cache(maxsize=32768)
def _may_be_labelled(word: str) -> bool:
    """Whether a label may begin in a printed word; most words hold none."""
    return _LABEL_WORD.search(word) is not None


def reference_of(memo: str) -> str | None:
    """What the memo names as reference, invoice or confirmation; None without such a word."""
    if not _FIGURE.search(memo):
        return None
    structured = structured_reference(memo)
    if structured is not None:
        return structured
    if not any(map(_may_be_labelled, memo.split())):
        return None
    for pattern in _LABELLED:
        for found in pattern.finditer(memo):
            text = found[1].strip(".-/_")
            if any(c.isdigit() for c in text) and len(text) > 2 and text.lower() not in _EMPTY:
                return text
    return None
