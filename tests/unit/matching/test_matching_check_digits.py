import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649, luhn
from stdnum.be import ogm_vcs
from stdnum.ch import esr

from engine.matching.check_digits import scheme_of


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


@given(st.from_regex(r"RF[0-9]{2}[0-9A-Z]{0,22}", fullmatch=True))
def test_creditor_references_are_those_of_the_standard(reference):
    assert (scheme_of(reference) == "creditor reference") == iso11649.is_valid(reference)


@given(st.integers(0, 10**10 - 1), st.integers(0, 97))
def test_belgian_references_are_those_of_the_standard(number, check):
    reference = f"{number:010d}{check:02d}"
    is_known = scheme_of(reference) == "Belgian structured reference"
    assert is_known == ogm_vcs.is_valid(reference)


@given(st.integers(0, 10**27 - 1))
def test_swiss_references_are_those_of_the_standard(number):
    reference = f"{number:027d}"
    assert (scheme_of(reference) == "Swiss QR reference") == esr.is_valid(reference)


@given(st.from_regex(r"[0-9]{21,25}", fullmatch=True))
def test_long_references_with_a_luhn_digit_are_known(reference):
    if luhn.is_valid(reference):
        assert scheme_of(reference) == "reference with a check digit"
