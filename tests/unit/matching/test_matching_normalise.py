from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.matching.normalise import (
    compact,
    minor_units,
    money,
    name_tokens,
    unconfused,
    words,
)
from engine.matching.transliteration import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Müller & Søn", "MULLER & SON"),
        ("Łódź Straße", "LODZ STRASSE"),
        ("Ελλάς", "ELLAS"),
        ("Юрий Щукин", "YURII SHCHUKIN"),
        ("O’Brien", "O'BRIEN"),
    ],
)
def test_other_scripts_become_capital_ascii(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Gruber Industries GmbH & Co. KG", ("GRUBER", "INDUSTRIES")),
        ("Rossi Media S.p.A.", ("ROSSI", "MEDIA")),
        ("O'Brien and Sons B.V.", ("OBRIEN", "SONS")),
        ("Meyer lnc.", ("MEYER",)),
        ("The Limited", ("LIMITED",)),
    ],
)
def test_a_name_loses_its_legal_form_even_misread(name, tokens):
    assert name_tokens(name) == tokens


def test_a_name_of_nothing_but_legal_words_keeps_them():
    assert name_tokens("AG") == ("AG",)


def test_compact_forms_ignore_separators_and_case():
    assert compact("inv-2024/0343") == compact("INV 2024 0343") == "INV20240343"
    assert words("S.p.A. O'Neill") == ("SPA", "ONEILL")


def test_characters_that_readers_confuse_become_one():
    assert unconfused("INVO1S") == unconfused("1NV0I5")


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "KWD", None]))
def test_money_and_minor_units_are_each_others_inverse(units, currency):
    assert minor_units(money(units, currency), currency) == units


def test_currencies_with_three_decimals_keep_them():
    assert minor_units(Decimal("1.234"), "KWD") == 1234
    assert str(money(1234, "KWD")) == "1.234"
    assert str(money(5, "EUR")) == "0.05"
