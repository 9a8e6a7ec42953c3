"""What corrections teach: learned per vendor, applied to its next invoice, never to another's."""

import datetime as dt
from decimal import Decimal

import pytest
from corrected_pages import NOW, PAGE, corrected, habit_of, page, read

from engine.extraction.memory import (
    Forgotten,
    learn,
)


def test_the_words_beside_a_corrected_value_are_learned():
    habits = learn([corrected(page(dossier="D-77"), invoice_number="D-77")])
    habit = habit_of(habits, "invoice_number")
    assert (habit.kind, habit.label, habit.side) == ("label", "dossier", "right")
    assert (habit.vendor, habit.corrections) == ("Acme Supplies Ltd", 1)


def test_the_next_invoice_is_read_by_them_but_one_correction_leaves_a_doubt():
    before = read(page(dossier="D-78"))
    assert before.invoice_number != "D-78"
    habits = learn([corrected(page(dossier="D-77"), invoice_number="D-77")])
    after = read(page(dossier="D-78"), habits)
    place = after.provenance["invoice_number"]
    assert after.invoice_number == "D-78"
    assert (place.source, place.page, place.text) == ("text", 1, "D-78")
    assert place.confidence < 0.75
    assert after.learned["invoice_number"].corrections == 1
    assert after.learned["invoice_number"].instead_of == before.invoice_number


def test_two_corrections_decide():
    habits = learn(
        [corrected(page(dossier=number), invoice_number=number) for number in ("D-77", "D-78")]
    )
    after = read(page(dossier="D-79"), habits)
    assert after.invoice_number == "D-79"
    assert after.provenance["invoice_number"].confidence > 0.9
    assert after.learned["invoice_number"].corrections == 2


def test_a_value_under_its_label_is_learned_too():
    text = PAGE.replace(
        "Dossier          {dossier}", "Dossier    Agent"
    ).replace(
        "Northern Works GmbH                      Date             {date}",
        "Northern Works GmbH                      {dossier}     Kim\n"
        "                                                 Date             {date}",
    )  # fmt: skip
    habits = learn([corrected(page("D-77", text=text), invoice_number="D-77")])
    assert habit_of(habits, "invoice_number").side == "below"
    assert read(page("D-80", text=text), habits).invoice_number == "D-80"


def test_a_value_without_a_label_is_found_at_its_place():
    text = PAGE.replace("Dossier          {dossier}", "                 {dossier}")
    text = text.replace("Customer number: 55001", "")
    witnesses = [corrected(page(d, text=text), invoice_number=d) for d in ("D-77", "D-78")]
    habits = learn(witnesses)
    assert read(page("D-80", text=text), habits).invoice_number == "D-80"


@pytest.mark.parametrize(("order", "day"), [("dmy", (2026, 3, 5)), ("mdy", (2026, 5, 3))])
def test_the_order_of_dates_is_learned(order, day):
    read_first = read(page()).invoice_date
    other = dt.date(2026, 3, 5) if read_first == dt.date(2026, 5, 3) else dt.date(2026, 5, 3)
    witness = corrected(page(), invoice_date=other)
    habit = habit_of(learn([witness]), "date_order")
    assert habit.value == ("dmy" if other == dt.date(2026, 3, 5) else "mdy")
    following = read(page(date="07/08/2026"), learn([witness]))
    assert following.invoice_date != read(page(date="07/08/2026")).invoice_date
    assert following.learned["invoice_date"].corrections == 1


def test_a_learned_order_does_not_stand_against_what_the_page_proves():
    witness = corrected(page(), invoice_date=dt.date(2026, 5, 3))
    proven = page(date="25/08/2026")
    assert read(proven, learn([witness])).invoice_date == dt.date(2026, 8, 25)


def test_the_currency_of_a_vendor_is_learned():
    text = PAGE.replace("EUR", "$  ")
    habits = learn([corrected(page(text=text), currency="CAD") for _ in range(2)])
    assert read(page(text=text)).currency != "CAD"
    assert read(page(text=text), habits).currency == "CAD"


def test_an_account_is_never_learned_as_a_value():
    habits = learn([corrected(page(), iban="DE02120300000000202051")])
    assert habit_of(habits, "iban") is None


def test_a_sum_that_the_figures_prove_stands_against_the_memory():
    witnesses = [corrected(page(), total_amount=Decimal("100.00"))] * 2
    assert habit_of(learn(witnesses), "total_amount").label == "subtotal"
    assert read(page(), learn(witnesses)).total_amount == Decimal("120.00")


def test_corrections_against_a_habit_weaken_and_end_it():
    for_it = [corrected(page(dossier=n), invoice_number=n) for n in ("D-77", "D-78")]
    later = NOW + dt.timedelta(days=1)
    against = corrected(page(dossier="D-79"), at=later, invoice_number="55001")
    assert habit_of(learn([*for_it, against]), "invoice_number").strength == 1
    assert habit_of(learn([for_it[0], against]), "invoice_number") is None


@pytest.mark.parametrize(
    ("field", "days", "is_known"),
    [(None, 0, False), ("invoice_number", 0, False), ("due_date", 0, True), (None, -1, True)],
    ids=["all", "this field", "another field", "before the correction"],
)
def test_what_was_forgotten_does_not_count(field, days, is_known):
    witness = corrected(page(dossier="D-77"), invoice_number="D-77")
    entry = Forgotten("name:acme supplies ltd", field, NOW + dt.timedelta(days=days))
    assert bool(learn([witness], [entry])) is is_known


def test_memory_and_page_that_agree_are_surer():
    text = PAGE.replace("Dossier ", "Invoice number ").replace("  {dossier}", "{dossier}")
    plain_read = read(page("D-78", text=text))
    witness = corrected(page("D-77", text=text), invoice_number="D-77")
    after = read(page("D-78", text=text), learn([witness]))
    assert after.invoice_number == plain_read.invoice_number == "D-78"
    trust = [i.provenance["invoice_number"].confidence for i in (plain_read, after)]
    assert trust[1] > trust[0]
    assert after.learned == {}


def test_a_label_that_announces_several_values_is_not_believed_far_from_its_place():
    habits = learn([corrected(page(dossier="D-77"), invoice_number="D-77")])
    text = PAGE.replace("Dossier          {dossier}", "                          ")
    text += "\n" * 12 + "    Dossier    Q-1\n    Dossier    Q-2\n"
    other = page(text=text)
    assert read(other, habits).invoice_number == read(other).invoice_number
