"""A file's record after its boundaries were moved: what stays, what is read again, what is kept.

Invoices whose pages are the same stay as they are. The others are extracted again, and what people
had corrected on them is put back where its place still belongs to the invoice. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.processing.page_groups import PageWord, Part, PartGroup
from engine.processing.rechecking import recheck_invoice
from engine.processing.signature import Signature
from engine.records import (
    Invoice,
    InvoiceDocument,
    Provenance,
    append_entry,
    check_record,
    summarise_invoices,
)

ACTIONS: Final = {"begin": "split", "join": "merge", "leave": "take out"}
"""Under what a person's word about a page stands in the history."""

_TOP_FIELD = re.compile(r"\w+")


def new_invoice_id(document: InvoiceDocument) -> str:
    """An id that no invoice of the document has."""
    numbers = [0]
    for invoice in document.invoices:
        tail = invoice.invoice_id.rpartition("-")[2]
        numbers.append(int(tail) if tail.isdigit() else 0)
    return f"{document.upload_id}-{max(numbers) + 1}"


def regrouped(
    document: InvoiceDocument,
    groups: Sequence[PartGroup],
    extracted: Mapping[str, Invoice],
    word: PageWord,
    signature: Signature,
) -> InvoiceDocument:
    """The document with an invoice for each of ``groups`` and one history entry.

    ``extracted`` has what is now on the pages of every touched group, by its invoice's id.
    """
    known = {invoice.invoice_id: invoice for invoice in document.invoices}
    invoices = tuple(
        _touched(group, extracted[group.invoice_id], known)
        if group.is_touched
        else known[group.invoice_id]
        for group in groups
    )
    return _with(document, invoices, word.page, ACTIONS[word.word], signature)


def put_back(
    document: InvoiceDocument, invoices: Sequence[Invoice], signature: Signature
) -> InvoiceDocument:
    """The document with ``invoices`` exactly as they were before a boundary was moved.

    Raises:
        InvalidInputError: ids are not unique or another file's, or a page is not in the file.
        RecordInvalidError: an invoice has a value that cannot be stored.
    """
    for invoice in invoices:
        check_record(invoice)
    ids = {invoice.invoice_id for invoice in invoices}
    pages = {page for invoice in invoices for page in invoice.pages}
    is_foreign = any(not found.startswith(f"{document.upload_id}-") for found in ids)
    is_outside = max(pages, default=1) > document.file_info.pages_total
    if is_foreign or is_outside or len(ids) < len(invoices):
        raise InvalidInputError("These invoices are not of this file.")
    page = _first_difference(document.invoices, invoices)
    return _with(document, tuple(invoices), page, "put back", signature)


def _touched(group: PartGroup, found: Invoice, known: Mapping[str, Invoice]) -> Invoice:
    """What was found, with people's corrections that still belong to it."""
    invoice = found
    for place, source in enumerate(group.sources):
        is_same = source == group.invoice_id
        invoice = _corrected(invoice, known[source], group.parts, is_same, place > 0)
    old = known.get(group.invoice_id)
    start = 1.0 if group.begins_anew or old is None else old.start_confidence
    return recheck_invoice(found, replace(invoice, start_confidence=start))


def _corrected(
    invoice: Invoice, old: Invoice, parts: Sequence[Part], is_same: bool, is_second: bool
) -> Invoice:
    """``invoice`` with the values of ``old`` that a person gave and that lie on ``parts``.

    A value without a place follows the invoice that keeps its id; of two invoices that become one
    the first one's values count.
    """
    values: dict[str, Any] = {}
    provenance = dict(invoice.provenance)
    for field, places in _by_field(old.provenance).items():
        given = [place for place in places.values() if place.source == "user"]
        belongs = all(_is_on(place, parts, is_same) for place in places.values())
        taken = is_second and any(
            place.source == "user" for place in _by_field(provenance).get(field, {}).values()
        )
        if given and belongs and not taken:
            values[field] = getattr(old, field)
            provenance = {p: v for p, v in provenance.items() if _field(p) != field}
            provenance |= places
    if not values:
        return invoice
    kept = (correction for correction in old.corrections if correction.field in values)
    corrections = (*invoice.corrections, *kept)
    return replace(invoice, **values, provenance=provenance, corrections=corrections)


def _by_field(provenance: Mapping[str, Provenance]) -> dict[str, dict[str, Provenance]]:
    """Places by the record's own field: those of all items together, for they follow each other."""
    fields: dict[str, dict[str, Provenance]] = {}
    for path, place in provenance.items():
        fields.setdefault(_field(path), {})[path] = place
    return fields


def _field(path: str) -> str:
    match = _TOP_FIELD.match(path)
    return match.group() if match else path


def _is_on(place: Provenance, parts: Sequence[Part], is_same: bool) -> bool:
    if place.page is None:
        return is_same
    for part in parts:
        if part.page != place.page:
            continue
        if place.bbox is None or part.bbox is None:
            return True
        x, y = (place.bbox[0] + place.bbox[2]) / 2, (place.bbox[1] + place.bbox[3]) / 2
        x0, y0, x1, y1 = part.bbox
        if x0 <= x <= x1 and y0 <= y <= y1:
            return True
    return False


def _with(
    document: InvoiceDocument,
    invoices: tuple[Invoice, ...],
    page: int,
    action: str,
    signature: Signature,
) -> InvoiceDocument:
    before, after = _what_changed(document.invoices, invoices)
    return replace(
        document,
        invoices=invoices,
        extraction_summary=summarise_invoices(invoices),
        audit_trail=append_entry(
            document.audit_trail,
            at=signature.at,
            by=signature.by,
            action=action,
            target=f"pages[{page - 1}]",
            before=before,
            after=after,
        ),
    )


def _what_changed(old: Sequence[Invoice], new: Sequence[Invoice]) -> tuple[str, str]:
    """The pages of those invoices that are not in both, as people read them."""
    kept = {_pages_key(invoice) for invoice in old} & {_pages_key(invoice) for invoice in new}

    def shown(invoices: Sequence[Invoice]) -> str:
        changed = [invoice for invoice in invoices if _pages_key(invoice) not in kept]
        return "; ".join(map(_shown, changed))

    return shown(old), shown(new)


def _pages_key(invoice: Invoice) -> tuple[Any, ...]:
    return invoice.invoice_id, invoice.pages, invoice.regions


def _shown(invoice: Invoice) -> str:
    pages = invoice.pages
    name = invoice.invoice_number or "–"
    if not pages:
        return name
    span = f"{pages[0]}" if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
    return f"{name}, page {span}" if len(pages) == 1 else f"{name}, pages {span}"


def _first_difference(old: Sequence[Invoice], new: Sequence[Invoice]) -> int:
    """The first page that is another invoice's now."""
    owners = [{page: i.invoice_id for i in side for page in i.pages} for side in (old, new)]
    pages = sorted({*owners[0], *owners[1]})
    return next((p for p in pages if owners[0].get(p) != owners[1].get(p)), 1)
