"""Labels that no list holds, put together from words whose meanings are known."""

import pytest
from drawn_pages import read, sheet

from engine.extraction.invoices.sheet.composed import concepts_of, with_composed
from engine.extraction.invoices.sheet.labels import find_labels, squeezed


def labels_of(text):
    tokens = tuple(squeezed(text).split())
    return [hit.label for hit in with_composed(find_labels(tokens), tokens)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rechn.-Nr.", "invoice_number"),
        ("Abschlagsrechnungsnummer", "invoice_number"),
        ("Numero del documento", "invoice_number"),
        ("Číslo daňového dokladu", "invoice_number"),
        ("Rechnungs- und Leistungsdatum", "invoice_date"),
        ("Data del documento", "invoice_date"),
        ("Laskutuspäivä", "invoice_date"),
        ("Abbuchungstermin", "due_date"),
        ("Zahlungsfrist bis", "due_date"),
        ("Zählernummer", "other_number"),
        ("Versicherungsscheinnummer", "other_number"),
        ("Ablesedatum", "other_date"),
        ("Stornobetrag", "total"),
        ("Total parcella", "total"),
        ("Base IVA", "subtotal"),
    ],
)
def test_words_together_announce_one_thing(text, label):
    assert labels_of(text) == [label]


@pytest.mark.parametrize(
    "text", ["Original invoice number", "Order confirmation number", "Number of nights", "Ilmenau"]
)
def test_what_names_something_else_is_not_the_invoices(text):
    assert "invoice_number" not in labels_of(text)


def test_two_labels_side_by_side_stay_two():
    assert labels_of("Invoice number Invoice date") == ["invoice_number", "invoice_date"]


def test_the_vocabularys_own_word_counts_where_it_says_as_much():
    tokens = ("rechnungsnumer",)
    assert with_composed(find_labels(tokens), tokens) == find_labels(tokens)


def test_compounds_are_taken_apart_with_their_linking_letters():
    assert concepts_of("rechnungsdatum") == ("invoice", "date")
    assert concepts_of(squeezed("schlussrechnungsnummer")) == ("kind", "invoice", "number")
    assert concepts_of("birnbaum") == ()


def test_an_unknown_kind_of_bill_is_a_title_and_a_reckoning_is_none():
    assert labels_of("Verzamelfactuur") == ["title"]
    assert labels_of("Beitragsrechnung Nr.") == ["invoice_number"]
    assert labels_of("Heizkostenabrechnung") == []


def test_the_day_money_is_collected_is_the_day_it_is_due():
    assert labels_of("Incassodatum") == ["due_date"]
    assert labels_of("Fecha de cargo") == ["due_date"]


@pytest.mark.parametrize("number", ["INV-100-1", "Date-7", "RE-Nr-20"])
def test_a_value_that_begins_with_words_is_no_part_of_its_label(number):
    _, found = read(f"Invoice number: {number}")
    ((hit,),) = [segment.labels for segment in sheet(f"Invoice number: {number}").segments]
    assert (hit.label, hit.phrase) == ("invoice_number", "invoice number")
    assert [code.value for code in found.codes] == [number]
