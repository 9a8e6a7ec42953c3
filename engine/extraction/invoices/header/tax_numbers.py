"""Tax numbers in the notations of the world, once a label says that a number is one."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Final

from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.sheet.candidate import Candidate, CodeCandidate
from engine.extraction.invoices.sheet.layout import Segment

_RULES: Final = (
    "au.abn", "br.cnpj", "ch.uid", "cl.rut", "co.nit", "de.stnr", "dk.cvr", "es.nif", "fi.ytunnus",
    "gb.vat", "hr.oib", "hu.anum", "in_.gstin", "it.codicefiscale", "it.iva", "mx.rfc", "no.mva",
    "no.orgnr", "nz.ird", "pe.ruc", "pl.nip", "pt.nif", "ro.cf", "se.orgnr", "sg.uen", "tr.vkn",
    "us.ein", "ar.cuit", "ca.bn", "za.tin", "cz.dic", "sk.dph", "si.ddv", "in_.pan", "ec.ruc",
    "uy.rut", "py.ruc", "ve.rif", "cr.cpj", "do.rnc", "gt.nit", "id.npwp", "il.hp", "jp.cn",
    "kr.brn", "my.nric", "th.tin", "tw.ubn", "ua.edrpou", "vn.mst", "rs.pib", "is_.vsk", "eg.tn",
    "ke.pin", "gh.tin", "ma.ice", "tn.mf", "cy.vat", "gr.vat", "mt.vat",
)  # fmt: skip
_PIECE = re.compile(r"[0-9A-Z][0-9A-Z./-]*")
_MOST_PIECES: Final = 6
_SHORTEST: Final = 7
_LONGEST: Final = 20
_EDGE: Final = ".,;:()"
_MARKS: Final = frozenset(("MWST", "TVA", "IVA", "MVA", "VAT", "GST", "ABN"))


def number_at(code: CodeCandidate) -> Candidate[str] | None:
    """The whole number that ``code`` is a part of, from its first group on; None when it is none.

    Groups set apart ("51 824 753 556") are taken together as long as letters are capitals.
    """
    segment, start = code.segment, code.start
    end = start
    while end < len(segment.words) and end - start < _MOST_PIECES:
        if not _continues(segment, start, end):
            break
        end += 1
    best = None
    for last in range(end, start, -1):
        text = " ".join(word.text for word in segment.words[start:last]).strip(_EDGE)
        if is_known(compact_identifier(text)):
            return Candidate(text, segment, start, last, text)
        best = best or _plausible(segment, start, last, text)
    return best


def _continues(segment: Segment, start: int, place: int) -> bool:
    text = segment.words[place].text.strip(_EDGE)
    if not _PIECE.fullmatch(text):
        return False
    return place == start or text.isdigit() or text in _MARKS or len(text) <= 4


def _plausible(segment: Segment, start: int, end: int, text: str) -> Candidate[str] | None:
    compact = compact_identifier(text)
    digits = sum(map(str.isdigit, compact))
    fits = _SHORTEST <= len(compact) <= _LONGEST and digits >= _SHORTEST - 1
    return Candidate(text, segment, start, end, text) if fits and end == start + 1 else None


@lru_cache(maxsize=4096)
def is_known(compact: str) -> bool:
    """Whether a number's check digits are right in any country's notation."""
    if not _SHORTEST <= len(compact) <= _LONGEST:
        return False
    bare = compact
    for mark in _MARKS:
        bare = bare.removesuffix(mark)
    return any(rule(bare) for rule in _rules())


@lru_cache(maxsize=1)
def _rules() -> Sequence[Callable[[str], bool]]:
    return tuple(import_module(f"stdnum.{name}").is_valid for name in _RULES)
