import pytest
from matching_rows import invoice, line

from engine.matching.damaged import DamagedQuotes
from engine.matching.ledger import build_ledger
from engine.matching.references import (
    ReferenceIndex,
    free_runs,
    looks_like_number_of,
    scheme_of,
)


def read(number, memo, reference=None):
    ledger = build_ledger(
        [invoice("1", "10", invoice_number=number, payment_reference=reference)],
        [line("t", "-10", memo)],
    )
    return ledger.bills, ledger.payments[0].memo


@pytest.mark.parametrize(
    ("number", "memo", "form"),
    [
        ("2024-0343", "ACME 2024-0343", "number"),
        ("SI/2024/30612", "ACME SI 2024 30612", "number"),
        ("INV-00064", "ACME INVO0064", "misread"),
        ("RE2400347", "ACME 2400347", "digits"),
    ],
)
def test_a_whole_number_is_found_in_any_form(number, memo, form):
    bills, text = read(number, memo)
    assert ReferenceIndex(bills).quotes(text)[0].form == form


def test_a_structured_reference_is_found_with_or_without_its_marks():
    for memo in ("ACME +++123/4567/89002+++", "ACME 123456789002"):
        bills, text = read("77", memo, reference="+++123/4567/89002+++")
        assert ReferenceIndex(bills).quotes(text)[0].form == "structured"


@pytest.mark.parametrize(
    ("number", "memo", "form"),
    [
        ("000043", "ACME 43", "short"),
        ("2024-0343", "ACME 2024-0433", "slip"),
        ("2024-0343", "ACME 2024-043", "slip"),
        ("F202406-24023", "ACME F202406-2", "cut"),
    ],
)
def test_damaged_and_short_numbers_are_found_one_invoice_at_a_time(number, memo, form):
    bills, text = read(number, memo)
    assert ReferenceIndex(bills).quotes(text) == {}
    damaged = DamagedQuotes([(7, bills[0])])
    assert damaged.quotes(free_runs(text, ()), text.tails)[7].form == form


def test_a_neighbouring_number_quoted_whole_is_no_slip():
    bills, text = read("10001288", "ACME 10001287")
    other, _ = read("10001287", "x")
    whole = ReferenceIndex(other).quotes(text)
    damaged = DamagedQuotes([(7, bills[0])])
    assert damaged.quotes(free_runs(text, whole.values()), text.tails) == {}


def test_another_number_of_the_same_series_is_recognised():
    for number, memo, found in [
        ("2024-0343", "ACME 2024-4512", "20244512"),
        ("RE2400335", "ACME FACT 2406919", "2406919"),
        ("QFX-2024-0058", "ACME QFX-2024-73", "QFX202473"),
        ("2024-0343", "ACME 77 ID:8668494", None),
    ]:
        bills, text = read(number, memo)
        assert looks_like_number_of(bills[0], text.runs) == found


@pytest.mark.parametrize(
    ("reference", "scheme"),
    [
        ("RF18539007547034", "creditor reference"),
        ("123456789002", "Belgian structured reference"),
        ("210000000003139471430009017", "Swiss QR reference"),
        ("13", None),
        ("2024-0343", None),
    ],
)
def test_structured_references_are_known_by_their_check_digits(reference, scheme):
    assert scheme_of(reference) == scheme


def test_finnish_and_norwegian_references_are_known():
    assert scheme_of("1232") == "Finnish reference"
    assert scheme_of("2345676") is not None


@pytest.mark.parametrize(
    ("reference", "scheme"),
    [
        ("RF18539007547034", "creditor reference"),
        ("210000000003139471430009017", "Swiss QR reference"),
        ("1234561", "Finnish reference"),
        ("79927398713", "reference with a check digit"),
        ("12345678911", "reference with a check digit"),
        ("12345678912", None),
        ("123", None),
        ("AB1234561", None),
    ],
)
def test_a_structured_reference_is_known_by_its_check_digits(reference, scheme):
    assert scheme_of(reference) == scheme
