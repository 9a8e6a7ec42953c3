import datetime as dt

import pytest

from engine.presentation.history import history_lines, target_text
from engine.records import append_entry

NOW = dt.datetime(2024, 3, 5, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("row", ""),
        ("invoices[0].total_amount", "Invoice 1, total"),
        ("invoices[2].line_items[0].unit_price", "Invoice 3, item 1, unit price"),
        ("invoices[0].iban", "Invoice 1, IBAN"),
        ("transactions[11].amount", "Line 12, amount"),
        ("statement_info.closing_balance", "Closing balance"),
        ("invoices[0].payment_terms.discount_days", "Invoice 1, discount days"),
    ],
)
def test_a_path_reads_as_words(path, text):
    assert target_text(path) == text


def test_the_newest_entry_comes_first_and_a_reason_stands_alone():
    trail = append_entry(
        (),
        at=NOW,
        by="Ada",
        action="edit",
        target="invoices[0].vendor_name",
        before=None,
        after="A",
    )
    trail = append_entry(
        trail, at=NOW, by="Bo", action="reject", before="completed", after="rejected: not ours"
    )
    newest, oldest = history_lines(trail)
    assert (newest.what, newest.by, newest.before, newest.after) == (
        "Rejected",
        "Bo",
        "",
        "not ours",
    )
    assert (oldest.what, oldest.target, oldest.before, oldest.after) == (
        "Changed",
        "Invoice 1, vendor",
        "",
        "A",
    )


def test_a_moved_boundary_is_told_by_its_page():
    entries = append_entry(
        (), at=NOW, by="anna", action="merge", target="pages[2]", before="A; B", after="A"
    )
    (line,) = history_lines(entries)
    assert (line.what, line.target) == ("Joined with the invoice before", "Page 3")
    assert (line.before, line.after) == ("A; B", "A")
