"""Word lists are complete, and numbers made for each country pass its own check."""

import datetime as dt
import importlib
from decimal import Decimal

import pytest
from stdnum import iban

from tools.training.accounts import make_account
from tools.training.chance import Chance
from tools.training.datafile import entries, names
from tools.training.dates import add_months, write_date
from tools.training.notation import read_example
from tools.training.numbering import next_number
from tools.training.taxids import make_tax_id

CHECKS = {
    "at": "at.uid", "au": "au.abn", "be": "be.vat", "br": "br.cnpj", "ca": "ca.bn", "ch": "ch.uid",
    "cz": "cz.dic", "de": "de.vat", "dk": "dk.cvr", "es": "es.cif", "fi": "fi.alv", "fr": "fr.tva",
    "gb": "gb.vat", "in": "in_.gstin", "it": "it.iva", "mx": "mx.rfc", "nl": "nl.btw",
    "no": "no.mva", "pl": "pl.nip", "pt": "pt.nif", "se": "se.vat", "us": "us.ein",
}  # fmt: skip


@pytest.mark.parametrize("folder", ["words", "goods"])
@pytest.mark.parametrize("language", names("goods"))
def test_a_language_has_every_key(folder, language):
    assert set(entries(folder, language)) == set(entries(folder, "en"))


@pytest.mark.parametrize("tag", names("lands"))
def test_a_country_has_every_key(tag):
    land = entries("lands", tag)
    assert set(entries("lands", "en-GB")) <= set(land)
    assert land["language"][0] in names("words")


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_tax_ids_are_valid(kind):
    check = importlib.import_module(f"stdnum.{CHECKS[kind]}")
    chance = Chance("ids")
    for _ in range(30):
        made = make_tax_id(kind, chance)
        assert any(check.is_valid(text) for text in (made.text, *made.others))


@pytest.mark.parametrize("tag", names("lands"))
def test_ibans_are_valid(tag):
    account = make_account(entries("lands", tag)["country"][0], "Bank", Chance("ibans"))
    assert not account.iban or iban.is_valid(account.iban)


@pytest.mark.parametrize(
    ("example", "value", "text"),
    [
        ("1.234,56", "1234567.5", "1.234.567,50"),
        ("1'234.56", "1234.5", "1'234.50"),
        ("12,34,567.89", "1234567.89", "12,34,567.89"),
        ("1234,56", "1234.56", "1234,56"),
    ],
)
def test_amounts_are_written_like_the_example(example, value, text):
    assert read_example(example).number(Decimal(value)) == text


def test_dates_follow_their_pattern():
    months = entries("words", "fr")["months"]
    day = dt.date(2024, 3, 3)
    assert write_date(day, "'le 'd MMMM yyyy", months, months) == "le 3 mars 2024"
    assert write_date(day, "dd.mm.yy", months, months) == "03.03.24"
    assert add_months(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)


def test_the_next_number_keeps_its_shape():
    assert next_number("RE-2024-0099", 1) == "RE-2024-0100"
