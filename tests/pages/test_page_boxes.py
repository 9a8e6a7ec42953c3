"""The boxes that a reviewer sees on the page."""

import made_rows as made

from engine.records import Provenance
from pages._parts.invoice_panel import invoice_boxes


def printed(y):
    return Provenance(
        page=1, bbox=(0.1, y, 0.2, y + 0.02), text="19", confidence=0.9, source="text"
    )


def test_a_place_that_items_share_is_drawn_once_and_header_fields_keep_theirs():
    invoice = made.invoice(
        provenance={
            "total_amount": printed(0.5),
            "amount_due": printed(0.5),
            "line_items[0].tax_rate": printed(0.8),
            "line_items[1].tax_rate": printed(0.8),
            "line_items[1].amount": printed(0.6),
        }
    )
    assert [box.key for box in invoice_boxes(invoice)] == [
        "total_amount",
        "amount_due",
        "line_items[0].tax_rate",
        "line_items[1].amount",
    ]
