"""What corrections teach: learned per vendor, applied to its next invoice, never to another's."""

import datetime as dt
import time
from decimal import Decimal

import pytest
from drawn_pages import drawn
from msgspec.structs import replace

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.layout import sheet_of
from engine.extraction.invoices.segmenting import rows_of
from engine.extraction.memory import (
    Forgotten,
    Witness,
    correction_of,
    learn,
    place_of,
    with_habits,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

PAGE = """
    Acme Supplies Ltd                        INVOICE
    12 Long Street, Leeds
    VAT GB{tax}                              Customer number: 55001
                                             Dossier          {dossier}
    Northern Works GmbH                      Date             {date}

    Description                 Quantity     Price        Amount
    Blue paper A4                      2     30.00         60.00

                                             Subtotal     100.00
                                             VAT 20%       20.00
                                             Total     EUR 120.00
"""
TAX = "980780684"


def page(dossier="X-1", date="05/03/2026", tax=TAX, text=PAGE):
    return drawn(text.format(dossier=dossier, date=date, tax=tax))


def sheet(drawn_page):
    return sheet_of([drawn_page], rows_of(drawn_page))


def read(drawn_page, habits=(), **context):
    """The invoice on a page, read with what is known."""
    given = Context(upload_id="u", **context)
    (invoice,) = extract_invoices([drawn_page], given)
    return with_habits(invoice, sheet(drawn_page), habits, given)


def corrected(drawn_page, at=NOW, habits=(), **after):
    """A witness: the invoice on a page, read and then corrected by a person."""
    invoice = read(drawn_page, habits)
    laid_out = sheet(drawn_page)
    corrections = tuple(
        correction_of(
            name, getattr(invoice, name), value, at=at, sheet=laid_out,
            place=place_of(name, value, laid_out),
        )
        for name, value in after.items()
    )  # fmt: skip
    return Witness(replace(invoice, **after, corrections=corrections))


def habit_of(habits, field):
    return next((habit for habit in habits if habit.field == field), None)


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


def test_another_vendor_is_not_touched():
    habits = learn([corrected(page(dossier="D-77"), invoice_number="D-77")])
    text = PAGE.replace("Acme Supplies Ltd", "Beta Trading Ltd ")
    other = page(dossier="D-78", tax="434031494", text=text)
    assert read(other, habits) == read(other)


def test_a_vendor_is_known_by_its_tax_id_when_its_name_is_a_picture():
    first = corrected(
        page(dossier="D-77"), invoice_number="D-77", vendor_name="Acme", vendor_tax_id=f"GB{TAX}"
    )
    habits = learn([first, first])
    text = PAGE.replace("Acme Supplies Ltd", "                 ")
    after = read(page(dossier="D-78", text=text), habits)
    assert after.invoice_number == "D-78"
    assert after.vendor_name == "Acme"
    assert after.provenance["vendor_name"].bbox is not None


def test_our_own_number_on_every_invoice_is_no_vendors():
    own = f"GB{TAX}"
    witness = corrected(page(dossier="D-77"), invoice_number="D-77", vendor_tax_id=own)
    habits = learn([witness], own={f"tax:{own}"})
    assert not any(key.startswith("tax:") for habit in habits for key in habit.keys)


def test_a_number_that_stands_on_invoices_of_several_vendors_is_nobodys():
    text = PAGE.replace("Acme Supplies Ltd", "Beta Trading Ltd ")
    shared = {"vendor_tax_id": f"GB{TAX}"}
    habits = learn(
        [
            corrected(
                page("D-77"), invoice_number="D-77", vendor_name="Acme Supplies Ltd", **shared
            ),
            corrected(
                page("E-1", text=text), invoice_number="E-1", vendor_name="Beta Trading", **shared
            ),
        ]
    )
    assert not any(key.startswith("tax:") for habit in habits for key in habit.keys)
    assert len({habit.vendor for habit in habits}) == 2


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


def test_a_vendor_that_is_only_mentioned_is_not_taken_for_the_sender():
    habits = learn([corrected(page(dossier="D-77"), invoice_number="D-77")] * 2)
    text = PAGE.replace("Acme Supplies Ltd", "Beta Trading Ltd ").replace(
        "Northern Works GmbH", "Acme Supplies Ltd  "
    )
    other = page(dossier="D-78", tax="434031494", text=text)
    assert read(other).vendor_name == "Beta Trading Ltd"
    assert read(other, habits).learned == {}


def test_a_name_that_is_misread_each_time_does_not_hide_its_vendor():
    text = PAGE.replace("Acme Supplies Ltd", "Oddly Read Ltd   ").replace("VAT GB{tax}", "")
    text += "\n    Acme Holding, registered in Leeds\n"
    first = page(dossier="D-77", text=text)
    witness = corrected(first, invoice_number="D-77", vendor_name="Acme Holding")
    after = read(page(dossier="D-78", text=text), learn([witness, witness]))
    assert read(first).vendor_name == "Oddly Read Ltd"
    assert (after.invoice_number, after.vendor_name) == ("D-78", "Acme Holding")


def test_a_name_that_is_not_printed_never_beats_for_sure_what_is():
    forged = page(text=PAGE.replace("12 Long Street, Leeds", "Mallory Trading, Leeds"))
    lies = [
        corrected(forged, vendor_name="Mallory Trading", currency="USD", iban=account)
        for account in ("DE89370400440532013000", "DE75512108001245126199", None)
    ]
    habits = learn(lies)
    assert habit_of(habits, "vendor_name").strength >= 2
    before, after = read(page()), read(page(), habits)
    for name in after.learned:
        assert after.provenance[name].confidence < 0.75
    assert after.iban == before.iban
    assert after.total_amount == before.total_amount


def test_thousands_of_spellings_of_one_vendor_are_learned_from_in_no_time():
    (correction,) = corrected(page(dossier="D-77"), invoice_number="D-77").invoice.corrections
    blank = read(page())
    witnesses = [
        Witness(
            replace(
                blank,
                vendor_name=f"Acme Branch{number}",
                vendor_tax_id=TAX,
                corrections=(correction,),
            )
        )
        for number in range(5_000)
    ]
    began = time.process_time()
    forgotten = [Forgotten(f"name:acme branch{number}", "due_date", NOW) for number in range(500)]
    (habit,) = learn(witnesses, forgotten)
    assert habit.corrections == 5_000
    assert time.process_time() - began < 30


def test_a_name_in_the_second_of_two_lines_is_learned():
    text = PAGE.replace("12 Long Street, Leeds", "Mallory Trading, Leeds")
    (correction,) = corrected(page(text=text), vendor_name="Mallory Trading").invoice.corrections
    assert correction.printed == "Mallory Trading,"
