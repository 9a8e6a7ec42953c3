"""Where names stand on the pages and what stands around them, whoever they name."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from engine.extraction.invoices.parties.addresses import is_address
from engine.extraction.invoices.parties.names import NameCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Segment, Sheet
from engine.extraction.phrases import plain

_ADDRESS_REACH: Final = 5
_NARROWEST_LETTER: Final = 0.68
_WIDEST_LETTER: Final = 0.8
_LINE_PITCHES: Final = 2.2
_ALIGNED: Final = 0.03
_LINES_TO_TELL: Final = 3
_FLUSH: Final = 0.006
_RIGHT_HALF: Final = 0.45
_CENTRED: Final = 0.08
_LETTERHEAD: Final = 0.16
_LARGER: Final = 1.25
_FLUSH_RIGHT: Final = 0.88
_WIDER: Final = 1.6
"""A step to the next line, as a multiple of the usual one, that begins another block."""

_PAYING_OFFICE = re.compile(
    r"\b(?:accounts payable|rechnungsprufung|kreditoren|comptabilite fournisseurs|"
    r"crediteurenadministratie|ufficio acquisti|cuentas a pagar|contas a pagar|"
    r"leverantorsreskontra|purchasing dep)"
)
_PARTS = re.compile(r"\s(?:[–—•●·|∙*-]|//?)\s|[•●|,]")
_CONTACT: Final[frozenset[Label]] = frozenset({"contact", "account"})
_HOLDERS: Final = frozenset(
    (
        "acount name", "acount holder", "kontoinhaber", "kontoname", "titulaire",
        "titulaire du compte", "rekeninghouder", "intestatario", "titular",
    )
)  # fmt: skip
"""Whose account it is may be a person of the firm."""

_REGISTERS: Final = frozenset(
    (
        "hrb",
        "hra",
        "rcs",
        "siret",
        "siren",
        "rea",
        "krs",
        "capital social",
        "handelsregister",
        "kvk",
    )
)
_ATTENTION: Final = frozenset(
    ("attention", "attn", "z hd", "za", "t a v", "contact", "contact person", "kontaktni osoba")
)
_TELEPHONE = re.compile(r"\(?\+?\d[\d ()/.-]{7,18}\d")
_DOMAIN = re.compile(r"(?:@|www\.|https?://)([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_BARE_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)*[a-z0-9-]{3,}\.[a-z]{2,7}")
_FREE_MAIL: Final = frozenset(
    {"gmail", "outlook", "hotmail", "yahoo", "gmx", "web", "icloud", "aol"}
)


class Places:
    """What can be said about the place of a name without knowing its role.

    Attributes:
        sheet: The rows that hold the names.
        names: All of them.
        counts: How often each name comes back, by ``key_of`` it.
        domains: Second-level names of the web and mail addresses on the pages.
        first_page: Number of the first page.
        is_letter: Whether it has the shape of letter paper, not of a receipt.
        largest: Height of the largest name on it.
        usual: The usual height of print.
        tax_rows: Rows that print a tax number.
        payees: Text after the words that announce who is to be paid, by ``key_of`` it.
    """

    def __init__(self, sheet: Sheet, names: Sequence[NameCandidate], found: Candidates) -> None:
        self.sheet = sheet
        self.names = tuple(names)
        self.counts = Counter(key_of(name.value) for name in names)
        self.domains = _domains(sheet)
        self._blocks: dict[NameCandidate, list[Segment]] = {}
        self.first_page = sheet.rows[0].page
        shape = sheet.pages[0].width / sheet.pages[0].height
        self.is_letter = _NARROWEST_LETTER < shape < _WIDEST_LETTER
        sizes = [name.segment.size for name in names if name.segment.page == self.first_page]
        self.largest = max(sizes, default=0.0)
        self.usual = median([segment.size for segment in sheet.segments])
        self.payees = [
            key_of(" ".join(word.text for word in hit.segment.words[hit.end :]))
            for hit in sheet.labels
            if hit.label == "payee" and hit.phrase not in _HOLDERS
            if hit.end < len(hit.segment.words)
        ]
        self.tax_rows = {number.segment.row for number in found.tax_ids}

    def address_below(self, name: NameCandidate) -> int:
        """How many of the next lines in the same column look like an address."""
        return sum(is_address(segment.text) for segment in self.block(name)[1:])

    def block(self, name: NameCandidate) -> list[Segment]:
        """The name's segment and those right under it in its column."""
        if name not in self._blocks:
            self._blocks[name] = self._find_block(name)
        return self._blocks[name]

    def _find_block(self, name: NameCandidate) -> list[Segment]:
        block = [name.segment]
        steps: list[float] = []
        if self.in_address_line(name):
            return block
        for row in self.sheet.below(name.segment, _ADDRESS_REACH * 2):
            segment = next((s for s in row.segments if _continues(name, s)), None)
            if segment is None:
                continue
            apart = segment.y0 - block[-1].y1 > _LINE_PITCHES * self.sheet.pitch
            step = segment.y0 - block[-1].y0
            wider = len(steps) >= 2 and step > _WIDER * median(steps)
            if apart or wider or len(block) > _ADDRESS_REACH:
                break
            block.append(segment)
            steps.append(step)
        return block[:1] if _stands_apart(block, self.sheet.pitch) else block

    def is_letterhead(self, name: NameCandidate) -> bool:
        """Whether a name stands as senders set theirs at the top: centred, large or flush right."""
        own = name.segment
        if own.page != self.first_page or own.y0 > _LETTERHEAD:
            return False
        centred = abs((own.x0 + own.x1) / 2 - 0.5) < _CENTRED / 2 and own.x0 > 0.15
        flush = own.x1 > _FLUSH_RIGHT and own.y0 < _LETTERHEAD / 2
        return centred or flush or own.size > _LARGER * self.usual

    def is_registered(self, name: NameCandidate) -> bool:
        """Whether a line under the name tells its register or capital, as senders must."""
        return any(
            hit.phrase in _REGISTERS or hit.phrase.startswith("capital")
            for segment in self.block(name)[1:]
            for hit in segment.labels
        )

    def names_a_reader(self, name: NameCandidate) -> bool:
        """Whether a line under the name sends the letter to those who pay bills."""
        under = self.block(name)[1:]
        return any(_PAYING_OFFICE.search(plain(segment.text)) for segment in under)

    def has_contact(self, name: NameCandidate) -> bool:
        """Whether telephone, mail or bank account stand under the name, as senders print them."""
        return any(
            "@" in segment.text
            or "www." in segment.text
            or _TELEPHONE.fullmatch(segment.text)
            or any(_is_contact(hit) for hit in segment.labels)
            for segment in self.block(name)[1:]
        )

    def is_paid(self, name: NameCandidate) -> bool:
        """Whether a line says that payments go to the name."""
        key = key_of(name.value)
        return len(key) > 3 and any(text.startswith(key) for text in self.payees)

    def in_address_line(self, name: NameCandidate) -> bool:
        """Whether street and town follow the name in its own line (a sender's line)."""
        rest = name.segment.text.partition(name.value)[2]
        parts = [part for part in _PARTS.split(rest) if part.strip()]
        return len(parts) >= 2 and is_address(rest)

    def domain_agrees(self, name: NameCandidate) -> bool:
        """Whether a web or mail address on the pages is made from the name."""
        compact = key_of(name.value).replace(" ", "")
        words = [word for word in key_of(name.value).split() if len(word) >= 4]
        return any(
            (len(domain) >= 4 and domain in compact) or any(word == domain for word in words)
            for domain in self.domains
        )


def _continues(name: NameCandidate, segment: Segment) -> bool:
    """Whether a line under the name is set like it: flush left, flush right or centred."""
    own = name.segment
    if any(abs(segment.x0 - x) < _ALIGNED for x in (name.x0, own.x0)):
        return True
    if own.x0 > _RIGHT_HALF and abs(segment.x1 - own.x1) < _FLUSH:
        return True
    middle = (own.x0 + own.x1) / 2
    return abs(middle - 0.5) < _CENTRED and abs((segment.x0 + segment.x1) / 2 - middle) < _FLUSH


def _stands_apart(block: Sequence[Segment], pitch: float) -> bool:
    """Whether the gap under the name is much wider than those between the lines below it."""
    if len(block) < _LINES_TO_TELL:
        return False
    gaps = [max(0.0, under.y0 - over.y1) for over, under in pairwise(block)]
    return gaps[0] > pitch and gaps[0] > 3 * max(gaps[1:])


def _is_contact(hit: LabelHit) -> bool:
    """Whether a label opens a line with a telephone or an account, not one for the attention of."""
    return hit.label in _CONTACT and hit.start == 0 and hit.phrase not in _ATTENTION


def key_of(name: str) -> str:
    """What two spellings of one name have in common."""
    return plain(name)


def _domains(sheet: Sheet) -> set[str]:
    """Second-level names of the web and mail addresses on the pages."""
    domains = set[str]()
    for segment in sheet.segments:
        if "@" in segment.text or "www" in segment.text or "http" in segment.text:
            domains |= {_second_level(match[1]) for match in _DOMAIN.finditer(segment.text)}
        for word in segment.words:
            if "." in word.text and _BARE_DOMAIN.fullmatch(word.text):
                domains.add(_second_level(word.text))
    return domains - _FREE_MAIL


def _second_level(domain: str) -> str:
    parts = domain.casefold().split(".")
    name = parts[-2] if len(parts[-2]) > 3 or len(parts) < 3 else parts[-3]
    return plain(name).replace(" ", "")
