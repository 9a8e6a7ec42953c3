"""Lines that could be the name of a company or a person, and what they look like."""

import re
from typing import Final

from engine.extraction.invoices.candidates import Candidate
from engine.extraction.invoices.labels import Label, squeezed
from engine.extraction.invoices.layout import Segment, Sheet

NameCandidate = Candidate[str]

_LEGAL_FORM: Final = re.compile(
    r"(?<![^\W\d_])(?:gmbh|kgaa|inc|llc|ltd|limited|plc|llp|pty|pvt|pte|sdn\.? bhd|corp|corporation|"
    r"s\.?a\.?r\.?l|sas|sasu|s\.a|bv|b\.v|n\.v|bvba|sprl|s\.?r\.?l|s\.?p\.?a|lda|ltda|s\.?r\.?o|"
    r"spol|a\.s|k\.?s|sp\.\s?z\s?o\.\s?o|aktiebolag|ab|a/s|aps|oyj?|ag|a\.g|ug|gbr|e\.?k|co\. kg)"
    r"\.?(?![^\W\d_])",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    r"str(?:asse|aße|\.)|\w(?:straße|strasse|weg|allee|platz|ufer|gasse|laan|straat|plein|gatan|"
    r"vägen|vej|gade|katu|tie)\b|\b(?:street|road|avenue|ave|lane|drive|blvd|boulevard|highway|hwy|suite|"
    r"floor|p\.?\s?o\.?\s?box|rd|st|rue|via|viale|piazza|corso|calle|avenida|avda|plaza|paseo|rua|"
    r"praça|travessa|ul\.|ulica|jalan|jln|lorong|taman|postfach|postbus|apt|unit|plot|nagar|sector|"
    r"terry|square|court|parkway|pkwy|way|building|bldg|tower|house no)\b",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}[-\s])?\d{4,6}(?:[-\s]\d{3,4})?(?!\w)\s+[^\W\d]"
    r"|[^\W\d_]{2,},?\s+(?:[A-Z]{2},?\s+)?\d{4,6}(?:-\d{4})?\s*(?:,|$)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b\d{3}\s\d{2}\s+[^\W\d]|\b\d{4}\s?[A-Z]{2}\s+[^\W\d]"
    r"|\b\d{2}-\d{3}\s+[^\W\d]"
)
_NO_NAME: Final = re.compile(
    r"@|www\.|https?:|\.com\b.*/|\b(?:tel|fax|phone|iban|bic|swift)\b|%|€|\$|£|\d{5,}",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"\s+[–—•●·|∙*-]\s+|\s*[•●|]\s*|,\s+(?=[^,]*\d)")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]$")
_SENTENCE_WORDS: Final = """
    is are was were be please thank thanks we you our for the will this that with when if bitte wir
    sie ist sind wird vielen dank nous vous est sont merci pour que dans wij zijn voor van uw si
    prego grazie per gracias para obrigado por dekujeme prosim dziekujemy prosimy tack takk tak
"""
_VERBS: Final = frozenset(_SENTENCE_WORDS.split())
_MOST_WORDS: Final = 9
_HEADING_WORDS: Final = """
    original copy duplicate kopie page seite description artikel deutschland germany france
    nederland belgium austria schweiz switzerland italia espana portugal usa uk india logo paid
    bezahlt details summary quote angebot demo united states kingdom service services products
    notes total customer vendor payment date qty quantity price amount information office
    headquarters accounts payable finance department
"""
_HEADINGS: Final = frozenset(map(squeezed, _HEADING_WORDS.split()))


def has_legal_form(text: str) -> bool:
    """Whether a company's legal form (GmbH, Ltd, S.r.l. …) is among the words, not the first."""
    return any(match.start() > 1 for match in _LEGAL_FORM.finditer(text))


def is_address(text: str) -> bool:
    """Whether a line looks like a street, a box or a town with its postcode."""
    return bool(_POSTCODE.search(text)) or (bool(_STREET.search(text)) and not has_legal_form(text))


def name_in(text: str) -> str:
    """The name at the head of a line such as "Name • Street 1 • 12345 Town"."""
    first = _SEPARATORS.split(text.strip(), maxsplit=1)[0]
    return first.strip(" :;,.-–|*#\"'") + ("." if _keeps_dot(first) else "")


def looks_like_name(text: str) -> bool:
    """Whether a few words could name a company or a person."""
    words = text.split()
    letters = len(_LETTER.findall(text))
    if letters < 2 or len(words) > _MOST_WORDS or letters < 0.5 * len(text.replace(" ", "")):
        return False
    if _NO_NAME.search(text) or (is_address(text) and not has_legal_form(text)):
        return False
    if not any(word[:1].isupper() or word[:1].isdigit() for word in words):
        return False
    tokens = squeezed(text).split()
    if all(token in _HEADINGS or len(token) < 2 for token in tokens):
        return False
    return sum(token in _VERBS for token in tokens) < 2 and not (
        len(words) > 4 and _SENTENCE_END.search(text) and not has_legal_form(text)
    )


def find_names(sheet: Sheet) -> list[NameCandidate]:
    """Every segment, or the part of it after its label, that could be a name."""
    names = []
    for segment in sheet.segments:
        start = _after_labels(segment)
        if start < len(segment.words):
            text = name_in(" ".join(word.text for word in segment.words[start:]))
            if looks_like_name(text):
                end = start + max(1, len(text.split()))
                end = min(end, len(segment.words))
                names.append(Candidate(text, segment, start, end, text))
    return names


_INTRODUCES: Final[frozenset[Label]] = frozenset(
    {"seller", "payee", "buyer", "party_name", "ship_to"}
)


def _after_labels(segment: Segment) -> int:
    """Where the text after the segment's labels begins; the end when labels are all it holds."""
    start = 0
    for hit in segment.labels:
        if hit.start > start:
            break
        introduces = hit.label in _INTRODUCES
        whole = hit.end == len(segment.words)
        if hit.start == 0 and not introduces and not whole and not _has_colon(segment, hit.end):
            return (
                0
                if hit.label in ("other", "contact", "number", "date", "weak_total")
                else len(segment.words)
            )
        start = hit.end
    while start < len(segment.words) and not any(map(str.isalnum, segment.words[start].text)):
        start += 1
    return start


def _has_colon(segment: Segment, end: int) -> bool:
    return segment.words[end - 1].text.endswith(":") or (
        end < len(segment.words) and segment.words[end].text.startswith(":")
    )


def _keeps_dot(text: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation such as Inc."""
    return bool(
        re.search(
            r"\b(?:inc|ltd|corp|co|e\.v|b\.v|n\.v|s\.a|s\.r\.l|s\.p\.a|a\.s|s\.r\.o|llc)\.$",
            text.strip(),
            re.IGNORECASE,
        )
    )
