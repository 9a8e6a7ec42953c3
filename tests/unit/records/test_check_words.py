"""A failed check's sentence names the fields that it speaks of, and nothing that it quotes."""

import pytest

from engine.records import CHECK_WORDS, Invoice, fields_named


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("The lines add up to 5, but the subtotal is 6.", {"line_items", "subtotal"}),
        ("The vendor name was read as “Total”, but … says “IBAN”.", {"vendor_name"}),
        ("The XML says invoice number total, the page shows IBAN: ask.", {"invoice_number"}),
        ("The XML says VAT id DE1, the page shows DE2: ask.", {"vendor_tax_id"}),
        ("Line 3: 2 × 5 is 10, but the line says 12.", {"line_items[2]"}),
        ("7 is left …, but the amount due is 8 (BR-CO-16).", {"amount_due"}),
        ("It is not sure that an invoice begins on page 2 (60%).", set()),
    ],
)
def test_a_sentence_names_its_fields(sentence, fields):
    assert fields_named(sentence) == fields


def test_every_word_is_of_a_field_of_the_record():
    assert set(CHECK_WORDS) <= set(Invoice.__struct_fields__)
