import pytest
from matching_rows import invoice, line

from engine.matching.clues import Clues
from engine.matching.damaged import DamagedQuotes
from engine.matching.ledger import build_ledger
from engine.matching.listed_numbers import written_out
from engine.matching.references import ReferenceIndex, free_runs, looks_like_number_of


def read(number, memo, reference=None):
    ledger = build_ledger(
        [invoice("1", "10", invoice_number=number, payment_reference=reference)],
        [line("t", "-10", memo)],
    )
    return ledger.bills, ledger.payments[0].memo


@pytest.mark.parametrize(
    ("number", "memo", "form"),
    [
        ("2024-0343", "ACME TOOLS 2024-0343", "number"),
        ("SI/2024/30612", "ACME TOOLS SI 2024 30612", "number"),
        ("INV-00064", "ACME TOOLS INVO0064", "misread"),
        ("RE2400347", "ACME TOOLS 2400347", "digits"),
    ],
)
def test_a_whole_number_is_found_in_any_form(number, memo, form):
    bills, text = read(number, memo)
    assert ReferenceIndex(bills).quotes(text)[0].form == form


def test_a_structured_reference_is_found_with_or_without_its_marks():
    for memo in ("ACME TOOLS +++123/4567/89002+++", "ACME 123456789002"):
        bills, text = read("77", memo, reference="+++123/4567/89002+++")
        assert ReferenceIndex(bills).quotes(text)[0].form == "structured"


@pytest.mark.parametrize(
    ("number", "memo", "form"),
    [
        ("000043", "ACME TOOLS 43", "short"),
        ("2024-0343", "ACME TOOLS 2024-0433", "slip"),
        ("2024-0343", "ACME TOOLS 2024-043", "slip"),
        ("F202406-24023", "ACME TOOLS F202406-2", "cut"),
    ],
)
def test_damaged_and_short_numbers_are_found_one_invoice_at_a_time(number, memo, form):
    bills, text = read(number, memo)
    assert ReferenceIndex(bills).quotes(text) == {}
    damaged = DamagedQuotes([(7, bills[0])])
    assert damaged.quotes(free_runs(text, ()), text.tails)[7].form == form


def test_a_neighbouring_number_quoted_whole_is_no_slip():
    bills, text = read("10001288", "ACME TOOLS 10001287")
    other, _ = read("10001287", "x")
    whole = ReferenceIndex(other).quotes(text)
    damaged = DamagedQuotes([(7, bills[0])])
    assert damaged.quotes(free_runs(text, whole.values()), text.tails) == {}


def test_another_number_of_the_same_series_is_recognised():
    for number, memo, found in [
        ("2024-0343", "ACME TOOLS 2024-4512", "20244512"),
        ("RE2400335", "ACME TOOLS FACT 2406919", "2406919"),
        ("QFX-2024-0058", "ACME TOOLS QFX-2024-73", "QFX202473"),
        ("2024-0343", "ACME TOOLS 77 ID:8668494", None),
    ]:
        bills, text = read(number, memo)
        assert looks_like_number_of(bills[0], text.runs) == found


@pytest.mark.parametrize(
    ("number", "memo", "form"),
    [
        ("RE-2025-78050", "ACME TOOLS BILL 78050 V. 03.03.25", "tail"),
        ("RE-2025-00165", "ACME TOOLS 165", "tail"),
        ("141/2025", "ACME TOOLS RECHNUNG 141", "tail"),
        ("R2517042", "ACME TOOLS FAKTURAR2517042", "digits"),
        ("PSP00078", "ACME TOOLS REPSP00078 KD", "digits"),
        ("INV0021084", "ACME TOOLS ID:INV00210 THANKS", "cut"),
    ],
)
def test_parts_of_numbers_and_numbers_after_a_label_are_quotes(number, memo, form):
    bill = invoice("1", "10.00", invoice_number=number)
    ledger = build_ledger([bill], [line("t", "-10.00", memo)])
    assert Clues(ledger, 120).quote(0, 0).form == form


def test_a_period_in_a_number_is_no_quote_of_it():
    bill = invoice("1", "10.00", invoice_number="2025-03-21132")
    ledger = build_ledger([bill], [line("t", "-10.00", "ACME TOOLS 2025-03 THANKS")])
    assert Clues(ledger, 120).quote(0, 0) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("RG 04548/554/558", ["04554", "04558"]),
        ("FACT17057, 58, 60", ["17058", "17060"]),
        ("INV 4548-4551", ["4548", "4549", "4550", "4551"]),
        ("INV 4548 TO 50", ["4548", "4549", "4550"]),
        ("12.03.2025 - 14.03.2025", []),
        ("RE-2025-78708", []),
    ],
)
def test_short_lists_and_ranges_are_written_out(text, numbers):
    assert written_out(text) == numbers
