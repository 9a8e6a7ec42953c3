"""Decisions teach names, delays and differences; nothing of it is asserted without a count."""

import datetime as dt

from matching_rows import DAY, invoice, line, run

from engine.matching.memory import Decided, Forgotten, Lessons, lessons_of

NOON = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)


def decided(bill, *lines, is_confirmed=True, **changes):
    bills = bill if isinstance(bill, tuple) else (bill,)
    return Decided(
        invoices=bills, lines=lines, is_confirmed=is_confirmed, decided_at=NOON, **changes
    )


def earlier(text="BRIGHTWAY HOLDCO 7781", **changes):
    """The bank called Acme Tools by another name, and somebody confirmed it."""
    return decided(invoice("old", "55.00"), line("past", "-55.00", text), **changes)


def sentences(*found, forgotten=()):
    return {
        lesson.sentence: (lesson.decisions, lesson.against)
        for lesson in lessons_of(found, forgotten)
    }


def confidence(lessons, text="BRIGHTWAY HOLDCO 9914"):
    result = run(
        [
            invoice("1", "480.00"),
            invoice("2", "480.00", vendor_name="Zenith Paper Mills"),
        ],
        [line("t", "-480.00", text)],
        lessons=lessons,
        suggest_from=0.0,
    )
    found = [m for m in (*result.matched, *result.partial) if m.invoice_ids == ("1",)]
    return found[0].confidence if found else 0.0


def test_a_name_that_a_person_confirmed_is_known_in_the_next_run():
    assert confidence(Lessons((earlier(),))) > confidence(Lessons()) + 0.2


def test_the_reasons_say_that_the_name_was_learned():
    result = run(
        [invoice("1", "480.00")],
        [line("t", "-480.00", "BRIGHTWAY HOLDCO 9914")],
        lessons=Lessons((earlier(),)),
    )
    [found] = (*result.matched, *result.partial)
    assert any("Acme Tools Ltd" in reason.evidence for reason in found.reasons)


def test_a_rejection_takes_a_name_back():
    lessons = Lessons((earlier(), earlier(is_confirmed=False)))
    assert confidence(lessons) == confidence(Lessons())


def test_a_name_that_two_parties_were_given_is_nobodys():
    other = decided(
        invoice("o", "9.00", vendor_name="Zenith Paper Mills"),
        line("p", "-9.00", "BRIGHTWAY HOLDCO"),
    )
    assert confidence(Lessons((earlier(), other))) == confidence(Lessons())


def test_what_is_forgotten_teaches_nothing():
    subject = next(one.subject for one in lessons_of([earlier()]) if one.kind == "alias")
    for forgotten in (Forgotten(None, NOON), Forgotten(subject, NOON)):
        assert confidence(Lessons((earlier(),), (forgotten,))) == confidence(Lessons())
    before = Forgotten(subject, NOON - dt.timedelta(days=1))
    assert confidence(Lessons((earlier(),), (before,))) > confidence(Lessons()) + 0.2


def test_decisions_about_strangers_change_nothing():
    stranger = decided(invoice("o", "9.00", vendor_name="Unheard Of"), line("p", "-9.00", "UO"))
    assert confidence(Lessons((stranger,))) == confidence(Lessons())


def test_lessons_are_told_in_sentences_with_counts():
    assert sentences(earlier(), earlier(), earlier(is_confirmed=False)) == {
        "The bank writes “BRIGHTWAY HOLDCO” for Acme Tools Ltd.": (2, 1),
        "Acme Tools Ltd is usually settled on the due date.": (2, 0),
    }


def test_batches_and_deductions_are_told():
    both = (invoice("1", "10.00"), invoice("2", "20.00"))
    assert sentences(
        decided(both, line("t", "-30.00"), kind="batch"),
        decided(invoice("3", "40.00"), line("u", "-39.00"), treatment="fee"),
    ) == {
        "Payments for Acme Tools Ltd settle up to 2 invoices at once.": (1, 1),
        "With Acme Tools Ltd, fees are taken off.": (1, 0),
    }


def test_a_usual_delay_is_said_in_days():
    late = [
        decided(invoice(f"{n}", "10.00"), line(f"t{n}", "-10.00", days=30 + days))
        for n, days in enumerate((9, 10, 12))
    ]
    assert "Acme Tools Ltd is usually settled 10 days after the due date." in sentences(*late)
    assert not sentences(*late, forgotten=[Forgotten(None, NOON)])


def test_the_order_of_decisions_changes_nothing():
    one, two = earlier(), decided(invoice("b", "7.00"), line("q", "-7.00", "OTHERNAME LLC"))
    assert lessons_of([one, two]) == lessons_of([two, one])
    assert confidence(Lessons((one, two))) == confidence(Lessons((two, one)))
    assert DAY
