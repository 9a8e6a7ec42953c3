"""Bills sieved for many lines at once are those that looking at each would keep."""

from matching_rows import DAY, invoice, line

from engine.matching.clues import Clues
from engine.matching.ledger import build_ledger
from engine.matching.sieve import Sieve, Sieved


def sieved(bills, lines, others=()) -> tuple[Clues, list[Sieved]]:
    clues = Clues(build_ledger(bills, lines), 120)
    everything = range(len(clues.ledger.payments))
    return clues, list(Sieve(clues).sieved(everything, lambda _: others))


def ids(clues: Clues, found: list[int]) -> list[str]:
    return [clues.ledger.bills[bill].id for bill in found]


def test_parts_are_told_apart_from_what_may_be_settled_and_from_what_is_much_less():
    bills = [invoice("part", "500.00"), invoice("equal", "99.00"), invoice("less", "20.00")]
    clues, [found] = sieved(bills, [line("t", "-99.00")])
    assert ids(clues, found.likely) == ["equal"]
    assert ids(clues, found.parts) == ["part"]


def test_parts_come_by_the_days_from_their_due_day():
    due = {"far": 2, "near": 29, "nearer": 31}
    bills = [invoice(key, "500.00", due_date=DAY.replace(day=days)) for key, days in due.items()]
    clues, [found] = sieved(bills, [line("t", "-9.00")])
    assert ids(clues, found.parts) == ["nearer", "near", "far"]


def test_of_a_party_with_many_bills_the_nearest_are_looked_at():
    bills = [
        invoice(f"{n:03d}", "500.00", due_date=DAY.replace(day=1 + n % 28)) for n in range(100)
    ]
    clues, [found] = sieved(bills, [line("t", "-9.00")])
    assert len(found.parts) == 60
    assert all(clues.ledger.bills[bill].due >= DAY.toordinal() + 10 for bill in found.parts)


def test_a_bill_that_is_asked_for_and_of_a_named_party_comes_once():
    clues, [found] = sieved([invoice("1", "99.00")], [line("t", "-99.00")], others=(0, 0))
    assert ids(clues, found.likely) == ["1"]


def test_other_currencies_directions_and_times_are_not_mixed_up():
    bills = [
        invoice("dollars", "500.00", currency="USD"),
        invoice("note", "500.00", document_type="credit_note"),
        invoice("old", "500.00", invoice_date=DAY.replace(year=2020), due_date=None),
    ]
    clues, [found] = sieved(bills, [line("t", "-9.00")])
    assert (ids(clues, found.likely), found.parts) == (["dollars"], [])


def test_bills_without_a_date_may_be_paid_on_any_day():
    bills = [invoice("undated", "99.00", invoice_date=None, due_date=None)]
    clues, [found] = sieved(bills, [line("t", "-99.00")])
    assert ids(clues, found.likely) == ["undated"]
