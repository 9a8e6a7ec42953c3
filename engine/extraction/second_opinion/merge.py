"""What was read here and what another reader says become one invoice.

Nobody's word counts without the page: a told value must be printed there. Where both say the same
it is surer; where they differ, what was read here stands unless it was doubtful and the invoice's
own arithmetic speaks for the other. Each difference is a sentence for the reviewer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import msgspec

from engine.extraction.context import Context
from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.amended import amended
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.sum_support import is_supported
from engine.extraction.phrases import plain
from engine.extraction.printed.finder import Finder, Place
from engine.extraction.printed.told import told_date, told_number
from engine.extraction.second_opinion.lines import Lines, told_lines
from engine.extraction.second_opinion.opinion import HEADER_FIELDS, Opinion
from engine.records import DATE_FIELDS, SUM_FIELDS, Invoice

_NAMES: Final = frozenset(("vendor_name", "customer_name"))
_LABELS: Final[Mapping[str, str]] = {"vendor_tax_id": "vendor tax id", "iban": "IBAN"}
_DOUBT_LEFT: Final = 0.4
"""Share of the doubt that stays when both readers say the same."""
_DISPUTED: Final = 0.75
"""Share of the confidence that stays when the other reader has a value of the page, too."""
_LOW: Final = 0.5
"""Below this confidence a value gives way to one that the arithmetic speaks for."""
_ALONE: Final = 0.6
_ALONE_AND_SUPPORTED: Final = 0.85
_SURE: Final = 0.99
_LONGEST_QUOTE: Final = 60


@dataclass(frozen=True, slots=True)
class Merged:
    """The invoice, and how many of its header fields the two readers agree on or differ in."""

    invoice: Invoice
    agreed: int
    differing: int
    added: int


@dataclass(slots=True)
class _Desk:
    """An invoice while it is held against an opinion."""

    invoice: Invoice
    places: dict[str, Place]
    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    agreed: int = 0
    differing: int = 0
    added: int = 0


def weigh(invoice: Invoice, sheet: Sheet, opinion: Opinion, context: Context) -> Merged:
    """``invoice``, read on ``sheet``, after another reader's ``opinion`` of the same pages."""
    finder = Finder(sheet)
    told = {name: value for name in HEADER_FIELDS if (value := getattr(opinion, name))}
    places = {name: found for name, value in told.items() if (found := finder.find(name, value))}
    is_credit = invoice.document_type == "credit_note"
    places = {name: _signed(name, place, is_credit) for name, place in places.items()}
    lines = told_lines(opinion.line_items, sheet, finder, negate=is_credit)
    desk = _Desk(invoice, places, provenance=dict(invoice.provenance))
    for name, value in told.items():
        _weigh_field(desk, name, value)
    _weigh_lines(desk, lines, len(opinion.line_items))
    return Merged(_settled(desk, context), desk.agreed, desk.differing, desk.added)


def _weigh_field(desk: _Desk, name: str, told: str) -> None:
    local = getattr(desk.invoice, name)
    place = desk.places.get(name)
    if local is not None and _is_same(name, local, told):
        desk.agreed += 1
        _trust_more(desk, name)
    elif place is None:
        desk.differing += 1
        what = "kept as it was read" if local is not None else "left out"
        desk.sentences.append(
            f"The language model says the {_label(name)} is “{_quoted(told)}”, which is not on "
            f"the page; the {_label(name)} was {what}."
        )
    elif local is None:
        desk.added += 1
        supported = _is_supported(desk, name, place.value)
        _take(desk, name, place, _ALONE_AND_SUPPORTED if supported else _ALONE)
        desk.sentences.append(
            f"The {_label(name)} “{_quoted(place.value)}” was read by the language model only."
        )
    else:
        _settle_dispute(desk, name, local, place)


def _settle_dispute(desk: _Desk, name: str, local: Any, place: Place) -> None:
    """Both have a value of the page for one field, and not the same."""
    desk.differing += 1
    known = desk.provenance.get(name)
    is_doubtful = known is not None and known.confidence < _LOW
    is_better = _is_supported(desk, name, place.value) and not _is_supported(desk, name, local)
    said = (
        f"The {_label(name)} was read as “{_quoted(local)}”, but the language model says "
        f"“{_quoted(place.value)}”"
    )
    if is_doubtful and is_better:
        _take(desk, name, place, _ALONE)
        desk.sentences.append(f"{said}, which the other figures support; that was taken.")
        return
    if known is not None:
        lower = round(known.confidence * _DISPUTED, 3)
        desk.provenance[name] = msgspec.structs.replace(known, confidence=lower)
    desk.sentences.append(f"{said}; “{_quoted(local)}” was kept.")


def _weigh_lines(desk: _Desk, lines: Lines, told: int) -> None:
    """Told lines stand in for none, or for lines that do not add up where the told ones do."""
    own = desk.invoice.line_items
    amounts = [item.amount for item in own]
    if lines.missing:
        desk.sentences.append(
            f"{lines.missing} of the {told} lines that the language model tells are not on the "
            "page; they were left out."
        )
    if not lines.items or [item.amount for item in lines.items] == amounts:
        return
    is_proven = not lines.missing and _lines_fit(desk, [item.amount for item in lines.items])
    if own and (not is_proven or _lines_fit(desk, amounts)):
        if len(own) != len(lines.items):
            desk.sentences.append(
                f"{len(own)} lines were read, but the language model tells {len(lines.items)}; "
                "those that were read were kept."
            )
        return
    desk.values["line_items"] = lines.items
    desk.provenance = {
        path: place for path, place in desk.provenance.items() if not path.startswith("line_items")
    }
    trust = _ALONE_AND_SUPPORTED if is_proven else _ALONE
    for path, place in lines.places.items():
        desk.provenance[path] = place.provenance(trust, "llm")
    desk.sentences.append("The lines were read by the language model only.")


def _lines_fit(desk: _Desk, amounts: list[Decimal | None]) -> bool:
    known = _known_sums(desk)
    targets = [*known["subtotal"], *known["total_amount"]]
    return any(is_supported("subtotal", target, {}, amounts) for target in targets)


def _is_supported(desk: _Desk, name: str, value: Any) -> bool:
    if name not in SUM_FIELDS:
        return False
    amounts = [item.amount for item in desk.invoice.line_items]
    return is_supported(name, value, _known_sums(desk), amounts)


def _known_sums(desk: _Desk) -> dict[str, set[Decimal]]:
    """The values that either reader has for each sum."""
    known = {}
    for name in SUM_FIELDS:
        place = desk.places.get(name)
        values = (getattr(desk.invoice, name), place.value if place else None)
        known[name] = {value for value in values if value is not None}
    return known


def _trust_more(desk: _Desk, name: str) -> None:
    known = desk.provenance.get(name)
    if known is not None and known.source != "user":
        surer = min(_SURE, 1 - (1 - known.confidence) * _DOUBT_LEFT)
        surer = round(max(surer, known.confidence), 3)
        desk.provenance[name] = msgspec.structs.replace(known, confidence=surer)


def _take(desk: _Desk, name: str, place: Place, confidence: float) -> None:
    desk.values[name] = place.value
    desk.provenance[name] = place.provenance(confidence, "llm")


def _settled(desk: _Desk, context: Context) -> Invoice:
    """The invoice with what was taken, and with the sentences that are true of it now."""
    invoice = amended(desk.invoice, desk.values, desk.provenance, context)
    return msgspec.structs.replace(invoice, checks=(*invoice.checks, *desk.sentences))


def _signed(name: str, place: Place, is_credit: bool) -> Place:
    """A credit note's sums are negative, however they are printed."""
    if is_credit and name in SUM_FIELDS and place.value > 0:
        return Place(-place.value, place.segment, place.words)
    return place


def _is_same(name: str, local: Any, told: str) -> bool:
    """Whether what was told means what was read, however either is written."""
    if name in SUM_FIELDS:
        value = told_number(told)
        return value is not None and bool(abs(value) == abs(local))
    if name in DATE_FIELDS:
        return local in (told_date(told, "dmy"), told_date(told, "mdy"))
    if name in _NAMES:
        ours, theirs = f" {plain(local)} ", f" {plain(told)} "
        return bool(ours.strip() and theirs.strip()) and (ours in theirs or theirs in ours)
    return compact_identifier(str(local)) == compact_identifier(told)


def _label(name: str) -> str:
    return _LABELS.get(name, name.replace("_", " "))


def _quoted(value: Any) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in str(value))
    text = " ".join(shown.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
