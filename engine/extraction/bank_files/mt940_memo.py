"""What tag :86: says: plain words, numbered sub-fields, or codes between slashes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.records.bank import TransactionType

_NUMBERED: Final = re.compile(r"\s*(\d{3})?\s?((?(1)[^\w\s,.:;/+()'-]|\?))(?=\d\d)")
_SEPA: Final = re.compile(
    r"\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|ANAM|PURP|MDAT|SQTP|ORCR|ORMR|"
    r"DDAT|TAN1|BREF|RREF|RTRN|PREF)[+:]\s?"
)
_SLASHED: Final = re.compile(
    r"/(?P<code>TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CNTP|MARF|CSID|PREF|TRCD|RTRN|PURP|ULTD|ULTB|"
    r"ULTC|ADDR|ISDT|INIT|ID|SVCL|RREF|KREF|IREF|ACCW|NAMW|OCMT|CHGS|EXCH|USTD|STRD|SVWZ|ULTM|SWOD|"
    r"OAMT|NRTX|REFE|ORDC|BENC|EUROPEAN|SEPA)/"
)
_LABELLED: Final = re.compile(
    r"\bNA(?:AM|ME)\s?:\s*(?P<name>.+?)(?=\s+(?:OMSCHRIJVING|IBAN|BIC|KENMERK|REK)\b|\s*$)", re.I
)
_ONE_LINE: Final = 65
"""Signs that a line of :86: has at most: a full one is cut in the middle of a word."""
_ONE_FIELD: Final = 27
_GERMAN: Final[dict[str, TransactionType]] = {
    "005": "direct_debit", "104": "direct_debit", "105": "direct_debit", "106": "card",
    "107": "direct_debit", "108": "direct_debit", "110": "card", "171": "direct_debit",
    "116": "transfer", "117": "transfer", "153": "transfer", "166": "transfer", "177": "transfer",
    "051": "transfer", "052": "transfer", "152": "transfer", "156": "transfer",
    "083": "cash", "082": "cash", "808": "fee", "809": "fee", "101": "cheque", "102": "cheque",
    "814": "interest",
}  # fmt: skip
"""Business transaction codes of the German banks' standard."""


@dataclass(frozen=True, slots=True)
class Memo:
    """The words of a memo, and what of them has a meaning of its own."""

    text: str = ""
    counterparty: str | None = None
    reference: str | None = None
    type: TransactionType | None = None


def memo_of(lines: Sequence[str]) -> Memo:
    """What the lines of a memo say."""
    text = joined_lines(lines)
    if _NUMBERED.match(text) is not None:
        # Fields are cut wherever a line is full, also within their marks.
        text = "".join(lines)
        numbered = _NUMBERED.match(text)
        if numbered is not None:
            return _numbered(text, numbered)
    slashed = list(_SLASHED.finditer(text))
    if slashed:
        return _slashed(text, slashed)
    codes = _coded(text)
    named = _LABELLED.search(text)
    name = codes.get("ANAM") or (" ".join(named["name"].split())[:80] if named else None)
    return Memo(_one_line(text), name, codes.get("EREF") or codes.get("KREF"))


def memo_of_numbered_lines(lines: Sequence[str]) -> Memo:
    """What lines say that begin with the two figures of their meaning each (tag :NS:)."""
    parts = {line[:2]: line[2:].strip() for line in lines if line[:2].isdigit()}
    words = [text for text in parts.values() if sum(map(str.isalpha, text)) >= 3]
    name = _one_line(f"{parts.get('15', '')} {parts.get('16', '')}")
    return Memo(_one_line(" ".join(words)), name or None)


def joined_lines(lines: Sequence[str], full: int = _ONE_LINE) -> str:
    """Lines as one text: a full line goes on in the next one, a shorter one ends a word."""
    text = ""
    for index, line in enumerate(lines):
        is_cut = index > 0 and len(lines[index - 1].rstrip("\r")) >= full
        text += line if is_cut or not text else f" {line}"
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _numbered(text: str, start: re.Match[str]) -> Memo:
    mark = start[2]
    fields: list[tuple[int, str]] = []
    for part in text[start.end() - 1 :].split(mark)[1:]:
        if part[:2].isdigit():
            fields.append((int(part[:2]), part[2:]))
        elif fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]}{mark}{part}")
    purpose = joined_lines([t for n, t in fields if 20 <= n <= 29 or 60 <= n <= 63], _ONE_FIELD)
    name = _one_line(joined_lines([t for n, t in fields if n in (32, 33)], _ONE_FIELD))
    posting = _one_line(" ".join(t for n, t in fields if n == 0))
    codes = _coded(purpose)
    told = codes.get("SVWZ", codes.get("", "")) if codes.keys() - {""} else purpose
    extra = codes.get("", "") if codes.get("SVWZ") else ""
    words = " ".join(dict.fromkeys(filter(None, map(_one_line, (posting, extra, told, name)))))
    # Another sign than the standard's question mark: what it stands for is less sure, so the
    # words stay as they are.
    description = words if mark == "?" else _one_line(text)
    reference = codes.get("EREF") or codes.get("KREF")
    return Memo(
        description, name or codes.get("ABWA") or None, reference, _GERMAN.get(start[1] or "")
    )


def _coded(text: str) -> dict[str, str]:
    """The parts of a purpose by their codes (EREF+ …); what stands before the first has none."""
    parts: dict[str, str] = {}
    found = list(_SEPA.finditer(text))
    before = text[: found[0].start()] if found else text
    if before.strip():
        parts[""] = before
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        parts.setdefault(match[1], _one_line(text[match.end() : end]))
    return parts


def _slashed(text: str, found: Sequence[re.Match[str]]) -> Memo:
    parts: dict[str, str] = {}
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        parts.setdefault(match["code"], text[match.end() : end].strip("/ "))
    name = parts.get("NAME")
    if not name and "CNTP" in parts:
        # Account, the bank's code, name, town.
        pieces = text[text.index("/CNTP/") + 6 :].split("/")
        name = pieces[2] if len(pieces) > 2 else None
    kind = parts.get("TRTP", "")
    return Memo(
        _one_line(text),
        _one_line(name or "") or None,
        parts.get("EREF") or parts.get("KREF"),
        "direct_debit" if "INCASSO" in kind.upper() else None,
    )
