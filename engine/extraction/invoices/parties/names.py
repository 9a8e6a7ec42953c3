"""Lines that could be the name of a company or a person, and what they look like."""

import re
from functools import lru_cache
from typing import Final

from engine.extraction.invoices.parties.addresses import has_postcode, is_address, is_numbered
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.invoices.sheet.spaced import respaced
from engine.extraction.phrases import plain

NameCandidate = Candidate[str]

_LEGAL_FORMS: Final = frozenset(
    """
    gmbh mbh kgaa ag kg ohg ug gbr ek ev inc llc ltd limited plc llp lp pty pvt pte bhd corp
    corporation sarl sas sasu eurl sa snc bv nv vof bvba sprl srl spa sl slu lda ltda eireli sro
    spol as oo sj aktiebolag ab asa aps oy oyj kft zrt doo ood eood dac clg pllc lllp sdn berhad
    cv sab eirl jdoo hb kb ans ky tmi bt rt partg partmbb sagl gesmbh snc scs scrl sc srlu slp slne
    sau saa ltee limitee cc npc
    """.split()  # noqa: SIM905
)
_LEADING_FORMS: Final = frozenset(
    "sarl eurl sas sasu sci ets etablissements société societe firma stichting uab ooo".split()  # noqa: SIM905
)
_TITLES: Final = frozenset(
    """
    mr mrs ms miss herr herrn frau familie eheleute family dr prof m mm mme mlle monsieur madame
    dhr mevr mw fam sig sigg sr sra srta don dna exmo exma pan pani hr fru herra rouva sra ing dott
    """.split()  # noqa: SIM905
)
_NO_NAME: Final = re.compile(
    r"@|www\.|https?:|\.com\b.*/|\b(?:tel|fax|phone|iban|bic|swift|capital)\b|%|€|\$|£|\d{5,}",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(
    r"\s+(?:[–—•●·|∙*-]|//?)\s+|\s*[•●|]\s*|,\s+(?=[^,]*\d)|,\s+(?=[a-zà-ž])|\s*\((?=[^)]*\d{3})"
)
_AFTER_FORM = re.compile(
    r"[a-zà-ž]|\d|[^\W\d_]+[.-]?:|(?:HRB|HRA|RCS|SIREN|SIRET|NIP|KRS|REA|CVR|NIT|RUC|RFC|CUIT|CNPJ|GSTIN|ABN|VAT)\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]$")
_SENTENCE_WORDS: Final = frozenset(
    """
    is are was were be please thank thanks we you our for the will this that with when if bitte wir
    sie ist sind wird vielen dank nous vous est sont merci pour que dans wij zijn voor van uw si
    prego grazie per gracias para obrigado por dekujeme prosim dziekujemy prosimy tack takk tak
    """.split()  # noqa: SIM905
)
_HEADINGS: Final = frozenset(
    squeezed(word)
    for word in """
    original copy duplicate kopie page seite description artikel deutschland germany france
    nederland belgium austria schweiz switzerland italia espana portugal usa uk india logo paid
    bezahlt details summary quote angebot demo united states kingdom service services products
    notes total customer vendor payment date qty quantity price amount information office
    headquarters accounts payable finance department
    """.split()  # noqa: SIM905
)
_MOST_WORDS: Final = 9
_MOST_TITLED: Final = 6
_NEXT_ROWS: Final = 3
_SAME_EDGE: Final = 0.01
_SHOUTED: Final = 3
_INTRODUCES: Final[frozenset[Label]] = frozenset(
    {"seller", "payee", "buyer", "party_name", "ship_to"}
)
_PLAIN_LABELS: Final[frozenset[Label]] = frozenset(
    {
        "title", "credit_title", "invoice_number", "invoice_date", "due_date", "order_number",
        "total", "due", "subtotal", "terms",
    }
)  # fmt: skip
_SUMS: Final[frozenset[Label]] = frozenset({"subtotal", "total", "tax", "other_amount"})
_MOST_HEADING: Final = 3
_VAGUE: Final[frozenset[Label]] = frozenset({"other", "contact", "number", "date", "weak_total"})


@lru_cache(maxsize=16384)
def has_legal_form(text: str) -> bool:
    """Whether a company's legal form (GmbH, Ltd, S.r.l. …) is among the words, not the first.

    Some forms stand before the name (SARL, Ets).
    """
    words = text.split()
    leads = len(words) > 1 and _bare(words[0]) in _LEADING_FORMS
    closes = len(words) > 2 and _bare(words[-1]) in ("co", "company")
    return leads or closes or any(_bare(word) in _LEGAL_FORMS for word in words[1:])


def has_title(text: str) -> bool:
    """Whether the words begin with what one calls a person or a family (Frau, Mme, Dr.)."""
    words = text.split()
    return 1 < len(words) <= _MOST_TITLED and _bare(words[0]) in _TITLES


def _bare(word: str) -> str:
    return plain(word.replace(".", "").replace("/", ""))


def name_in(text: str) -> str:
    """The name at the head of a line such as "Name • Street 1 • 12345 Town"."""
    first = _to_legal_form(_SEPARATORS.split(text.strip(), maxsplit=1)[0].strip())
    name = _before_shouting(first).strip(" :;,.-–|*#\"'")
    return f"{name}." if first == f"{name}." and has_legal_form(name) else name


@lru_cache(maxsize=16384)
def looks_like_name(text: str) -> bool:
    """Whether a few words could name a company or a person."""
    words = text.split()
    letters = len(_LETTER.findall(text))
    if letters < 2 or len(words) > _MOST_WORDS or letters < 0.5 * len(text.replace(" ", "")):
        return False
    formal = has_legal_form(text)
    if _NO_NAME.search(text) or (is_address(text) and not formal):
        return False
    if not any(word[:1].isupper() or word[:1].isdigit() for word in words):
        return False
    tokens = squeezed(text).split()
    if all(token in _HEADINGS or len(token) < 2 for token in tokens):
        return False
    if sum(token in _SENTENCE_WORDS for token in tokens) >= 2:
        return False
    return formal or len(words) <= 4 or not _SENTENCE_END.search(text)


def find_names(sheet: Sheet) -> list[NameCandidate]:
    """Every segment, or the part of it after its label, that could be a name."""
    names = []
    for segment in sheet.segments:
        if is_numbered(segment.text) and _is_over_town(sheet, segment):
            continue
        start = _after_labels(segment)
        if start < len(segment.words):
            line = respaced(segment.words[start:])
            text = name_in(line)
            end = _end_of(segment, start, line, text)
            heading = any(
                hit.label in _PLAIN_LABELS and start <= hit.start < end for hit in segment.labels
            )
            if heading and not has_legal_form(text):
                continue
            if looks_like_name(text) and not _is_town(text, line):
                names.append(Candidate(text, segment, start, end, text))
    return names


def _end_of(segment: Segment, start: int, line: str, text: str) -> int:
    """Where the words of ``text``, which opens ``line``, end in the segment."""
    whole = len(segment.words)
    if len(line.split()) < whole - start:
        return whole
    return min(start + len(text.split()), whole)


def _is_over_town(sheet: Sheet, segment: Segment) -> bool:
    """Whether a line with a postcode stands right under ``segment``: then it is a street."""
    for row in sheet.below(segment, _NEXT_ROWS):
        for under in row.segments:
            if abs(under.x0 - segment.x0) < _SAME_EDGE:
                return has_postcode(under.text)
    return False


def _is_town(text: str, line: str) -> bool:
    """Whether the words before the comma are a town with its postcode after them."""
    rest = line.partition(text)[2]
    return (
        rest.startswith(",")
        and "," not in rest[1:]
        and is_address(line)
        and not has_legal_form(text)
    )


def _to_legal_form(text: str) -> str:
    """The words up to the legal form, where what follows it is no part of a name."""
    words = text.split()
    forms = [i for i, word in enumerate(words) if i and _bare(word) in _LEGAL_FORMS]
    if not forms:
        return text
    end = forms[0] + 1
    while end < len(words):
        variable = words[end] == "de" and _bare(" ".join(words[end + 1 : end + 2])) in ("cv", "rl")
        if not (variable or end in forms or _bare(words[end]) in ("", "co", "und", "and", "rl")):
            break
        end += 2 if variable else 1
    following = words[end : end + 3]
    told = any(word.endswith(":") for word in following)
    if following and (told or _AFTER_FORM.match(following[0])):
        return " ".join(words[:end])
    return text


def _before_shouting(text: str) -> str:
    """The part of a line before a run of capitals that goes on after a name in mixed letters."""
    words = text.split()
    for index in range(1, len(words) - _SHOUTED + 1):
        run = words[index : index + _SHOUTED]
        mixed = any(any(map(str.islower, word)) for word in words[:index])
        if mixed and all(word.isupper() and len(word) > 1 for word in run):
            return " ".join(words[:index])
    return text


def _after_labels(segment: Segment) -> int:
    """Where the text after the segment's labels begins; the end when labels are all it holds."""
    start = 0
    if _is_heading(segment):
        return len(segment.words)
    for hit in segment.labels:
        if hit.start > start or _is_part_of_name(segment, hit.end):
            break
        whole = hit.end == len(segment.words)
        tied = hit.label in _INTRODUCES or whole or _has_colon(segment, hit.end)
        if hit.start == 0 and not tied:
            formal = has_legal_form(segment.text)
            vague = hit.label in _VAGUE and (hit.label != "contact" or formal)
            return 0 if vague or (formal and hit.label in _SUMS) else len(segment.words)
        start = hit.end
    while start < len(segment.words) and not any(map(str.isalnum, segment.words[start].text)):
        start += 1
    return start


def _is_heading(segment: Segment) -> bool:
    """Whether a party's label and a word or two more end with a colon ("FROM CONTRACTOR:")."""
    words = segment.words
    if not segment.labels or len(words) > _MOST_HEADING or not words[-1].text.endswith(":"):
        return False
    first = segment.labels[0]
    return first.start == 0 and first.label in _INTRODUCES


def _is_part_of_name(segment: Segment, end: int) -> bool:
    """Whether only a legal form follows, as in "Lieferant GmbH": then the label is the name."""
    rest = segment.words[end:]
    return len(rest) == 1 and has_legal_form(f"x {rest[0].text}") and not _has_colon(segment, end)


def _has_colon(segment: Segment, end: int) -> bool:
    following = segment.words[end].text if end < len(segment.words) else ""
    return segment.words[end - 1].text.endswith(":") or following.startswith(":")
