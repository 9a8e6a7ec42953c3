"""Places that were found on straightened pages, taken back to the pages as people see them."""

from collections.abc import Mapping

from msgspec.structs import replace

from engine.reading.straight import StraightPages
from engine.records.bank import StatementInfo, Transaction
from engine.records.provenance import Provenance


def info_on_pages(info: StatementInfo, sheets: StraightPages) -> StatementInfo:
    """``info`` with the boxes of the pages that ``sheets`` were straightened from."""
    return replace(info, provenance=_on_pages(info.provenance, sheets))


def transactions_on_pages(
    transactions: tuple[Transaction, ...], sheets: StraightPages
) -> tuple[Transaction, ...]:
    """``transactions`` with the boxes of the pages that ``sheets`` were straightened from."""
    return tuple(replace(row, provenance=_on_pages(row.provenance, sheets)) for row in transactions)


def _on_pages(places: Mapping[str, Provenance], sheets: StraightPages) -> dict[str, Provenance]:
    return {name: _on_page(place, sheets) for name, place in places.items()}


def _on_page(place: Provenance, sheets: StraightPages) -> Provenance:
    if place.page is None or place.bbox is None:
        return place
    return replace(place, bbox=sheets.box_on_page(place.page, place.bbox))
