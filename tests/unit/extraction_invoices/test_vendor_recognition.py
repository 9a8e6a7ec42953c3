"""Whose invoice a page is: habits are applied to their own vendor's pages and to no other's."""

import time

from corrected_pages import NOW, PAGE, TAX, corrected, habit_of, page, read
from msgspec.structs import replace

from engine.extraction.memory import (
    Forgotten,
    Witness,
    learn,
)


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
