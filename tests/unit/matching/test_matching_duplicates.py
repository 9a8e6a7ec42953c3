"""Records that are one: copies of invoices, lines of overlapping statements, second payments."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching_rows import DAY, invoice, line

from engine.matching.duplicates import FiledInvoice, paid_twice, repeated_invoices
from engine.matching.repeated_lines import FiledLine, repeated_lines


def files(*invoices):
    return [FiledInvoice(i, f"f{n}", f"file-{n}.pdf") for n, i in enumerate(invoices)]


def statements(*groups):
    return [
        FiledLine(*(entry if isinstance(entry, tuple) else (entry, None)), f"s{n}", f"s{n}.pdf")
        for n, group in enumerate(groups)
        for entry in group
    ]


def kept_and_copies(found):
    return {(d.kept_id, d.other_ids) for d in found}


def test_an_invoice_uploaded_twice_is_kept_once():
    same = {"invoice_number": "2024-0343"}
    found = repeated_invoices(files(invoice("a", "119.00", **same), invoice("b", "119.00", **same)))
    assert kept_and_copies(found) == {("a", ("b",))}
    assert "2024-0343 in file-0.pdf" in found[0].evidence


def test_thousands_of_copies_are_one_cluster_beside_another_day():
    same = {"invoice_number": "2024-0343"}
    copies = [invoice(f"c{n}", "119.00", **same) for n in range(3000)]
    misread = invoice("m", "119.00", invoice_number="2O24-0343", vendor_name="ACME TOOLS Ltd")
    later = invoice("d", "119.00", invoice_date=DAY + dt.timedelta(days=200), **same)
    [found] = repeated_invoices(files(*copies[:1500], misread, later, *copies[1500:]))
    assert found.kept_id == "c0"
    assert set(found.other_ids) == {"m", *(f"c{n}" for n in range(1, 3000))}


@pytest.mark.parametrize(
    "changes",
    [
        {"invoice_number": "2O24/0343"},
        {"invoice_number": "20240343", "vendor_name": "ACME Tools Limited"},
        {"invoice_number": "2024 0343", "vendor_name": None},
        {"invoice_number": "2024-0343", "invoice_date": None},
        {"invoice_number": "2024-0343", "invoice_date": dt.date(2024, 3, 7)},
        {"invoice_number": "2024-0343", "invoice_date": dt.date(2024, 1, 3)},
    ],
)
def test_copies_that_were_read_otherwise_are_found(changes):
    bills = files(
        invoice("a", "119.00", invoice_number="2024-0343"), invoice("b", "119.00", **changes)
    )
    assert kept_and_copies(repeated_invoices(bills)) == {("a", ("b",))}


@pytest.mark.parametrize(
    ("total", "changes"),
    [
        ("119.01", {}),
        ("119.00", {"invoice_number": "2024-0344"}),
        ("119.00", {"vendor_name": "Beta Foods Ltd"}),
        ("119.00", {"currency": "USD"}),
        ("119.00", {"document_type": "credit_note"}),
        ("119.00", {"invoice_date": dt.date(2024, 4, 12)}),
    ],
)
def test_what_differs_is_another_invoice(total, changes):
    bills = files(
        invoice("a", "119.00", invoice_number="2024-0343"),
        invoice("b", total, **{"invoice_number": "2024-0343"} | changes),
    )
    assert repeated_invoices(bills) == ()


def test_the_confirmed_copy_is_kept():
    same = {"invoice_number": "2024-0343"}
    bills = files(invoice("a", "9.00", **same), invoice("b", "9.00", **same))
    assert kept_and_copies(repeated_invoices(bills, {"b"})) == {("b", ("a",))}


def test_without_a_number_a_person_has_to_say():
    bills = files(*(invoice(key, "9.00", invoice_number=None) for key in "ab"))
    [found] = repeated_invoices(bills)
    assert (found.kept_id, found.other_ids) == (None, ("a", "b"))


def test_a_line_of_an_overlapping_statement_is_the_same():
    found = repeated_lines(
        statements(
            [line("a1", "-10.00", "RENT", days=1), line("a2", "-20.00", "POWER", days=2)],
            [line("b1", "-20.00", "POWER", days=2), line("b2", "-30.00", "WATER", days=3)],
        )
    )
    assert kept_and_copies(found) == {("a2", ("b1",))}
    assert "words" in found[0].evidence


def test_two_equal_lines_of_one_statement_are_two_payments():
    coffee = [line("a1", "-5.00", "COFFEE", days=1), line("a2", "-5.00", "COFFEE", days=1)]
    assert repeated_lines(statements(coffee)) == ()
    again = [line(f"b{n}", "-5.00", "COFFEE", days=1) for n in (1, 2, 3)]
    found = repeated_lines(statements(coffee, again))
    assert kept_and_copies(found) == {("a1", ("b1",)), ("a2", ("b2",))}


def test_another_balance_tells_another_payment():
    first = [(line("a", "-5.00", "COFFEE", days=1), Decimal("95.00"))]
    second = [(line("b", "-5.00", "COFFEE", days=1), Decimal("90.00"))]
    assert repeated_lines(statements(first, second)) == ()
    second = [(line("b", "-5.00", "CARD 1234 COFFEE SHOP", days=1), Decimal("95.00"))]
    assert kept_and_copies(repeated_lines(statements(first, second))) == {("a", ("b",))}


@pytest.mark.parametrize("changes", [{"currency": "USD"}, {"account_number": "999999"}])
def test_lines_of_other_accounts_are_others(changes):
    first = [line("a", "-5.00", "COFFEE", days=1, account_number="123456")]
    second = [line("b", "-5.00", "COFFEE", days=1, **{"account_number": "123456"} | changes)]
    assert repeated_lines(statements(first, second)) == ()


def test_an_account_is_known_within_its_iban():
    first = [line("a", "-5.00", "COFFEE", days=1, account_number="DE89370400440532013000")]
    second = [line("b", "-5.00", "COFFEE", days=1, account_number="0532013000")]
    assert kept_and_copies(repeated_lines(statements(first, second))) == {("a", ("b",))}


def test_statements_that_agree_in_little_are_not_taken_for_one():
    first = [line(f"a{n}", f"-{n + 1}.00", f"SHOP {n}", days=n) for n in range(6)]
    second = [line(f"b{n}", f"-{n + 50}.00", f"SHOP {n}", days=n) for n in range(5)]
    second.append(line("b5", "-6.00", "SHOP 5", days=5))
    assert repeated_lines(statements(first, second)) == ()


def test_other_words_are_believed_where_the_statements_agree_otherwise():
    first = [line(f"a{n}", f"-{n + 1}.00", f"SHOP {n}", days=n) for n in range(6)]
    second = [line(f"b{n}", f"-{n + 1}.00", f"KARTE {n}", days=n) for n in range(6)]
    assert len(repeated_lines(statements(first, second))) == 6


def test_a_third_statement_repeats_the_first():
    groups = [[line(f"{key}1", "-20.00", "POWER", days=2)] for key in "abc"]
    assert kept_and_copies(repeated_lines(statements(*groups))) == {("a1", ("b1", "c1"))}


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4)), min_size=1, max_size=30),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_overlapping_cuts_of_one_account_give_its_lines_once(rows, last, first):
    """Whatever days two statements cover, what is kept is what the account has."""
    rows = sorted(rows)
    early = [line(f"a{n}", f"-{a}.00", "X", days=d) for n, (d, a) in enumerate(rows) if d <= last]
    late = [line(f"b{n}", f"-{a}.00", "X", days=d) for n, (d, a) in enumerate(rows) if d >= first]
    found = repeated_lines(statements(early, late))
    copies = sum(len(d.other_ids) for d in found)
    both = sum(first <= d <= last for d, _ in rows)
    assert copies == both


def test_an_invoice_paid_twice_is_told():
    bill = invoice("1", "119.00", invoice_number="2024-0343")
    again = line("t2", "-119.00", "ACME TOOLS 2024 0343")
    other = line("t3", "-119.00", "ACME TOOLS")
    [found] = paid_twice([(bill, ("t1",))], [again, other], {"t1": DAY})
    assert (found.kind, found.kept_id, found.other_ids) == ("payment", "t1", ("t2",))
    assert "2024-0343" in found.evidence
    assert "2024-03-01" in found.evidence


def test_money_that_comes_back_is_no_second_payment():
    bill = invoice("1", "119.00", invoice_number="2024-0343")
    assert paid_twice([(bill, ("t1",))], [line("t2", "119.00", "BACK 20240343")], {}) == ()
