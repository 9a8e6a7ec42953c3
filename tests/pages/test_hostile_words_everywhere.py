"""No screen takes what strangers wrote for markup, wherever the words come from."""

from decimal import Decimal
from pathlib import Path

import made_rows as made
import pytest
from hostile_words import MARKUP, NASTY, marked_up
from made_screens import pdf

from engine.records import Reason, SetAside, Unmatched

PAGES = Path(__file__).resolve().parents[2] / "pages"
SCREENS = sorted(path.name for path in PAGES.glob("[a-z]*.py"))
SECTIONS = [("explorer.py", name) for name in ("Matches", "Any pair", "Compare runs", "Threshold")]


@pytest.fixture
def books(engine):
    """Records all of whose words are somebody's attempt."""
    nasty_invoice = {
        "invoice_number": NASTY,
        "vendor_name": NASTY,
        "customer_name": NASTY,
        "purchase_order": NASTY,
        "checks": (NASTY,),
    }
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1", **nasty_invoice),
        made.invoice("u1-2", **{**nasty_invoice, "total_amount": Decimal(7), "confidence": 0.2}),
        processing_info=made.processing_info(warnings=(NASTY,)),
    )
    nasty_line = {"description": NASTY, "counterparty": NASTY, "reference": NASTY}
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1", **nasty_line),
        made.transaction("b1-2", **{**nasty_line, "amount": Decimal("33.30")}),
        made.transaction("b1-3", **{**nasty_line, "amount": Decimal("-5.00"), "checks": (NASTY,)}),
        info=made.statement_info(bank_name=NASTY, account_name=NASTY),
        processing_info=made.processing_info(warnings=(NASTY,)),
    )
    reason = Reason(name="name", score=0.9, log_odds=3.0, evidence=NASTY)
    aside = SetAside(kind="refund", transaction_ids=("b1-2",), confidence=0.9, evidence=NASTY)
    engine.store.reconciliations.insert(
        made.reconciliation(
            "r1",
            matched=(made.match(reasons=(reason,), note=NASTY),),
            partial=(
                made.match(
                    "m2",
                    invoice_ids=("u1-2",),
                    transaction_ids=("b1-3",),
                    amount_matched=Decimal(5),
                    settlement="partial",
                    reasons=(reason,),
                    confidence=0.6,
                ),
            ),
            unmatched=Unmatched(bank_transactions=("b1-2",), set_aside=(aside,)),
            totals=(2, 3),
        )
    )
    paper = engine.attach(f"{NASTY[:60]}.pdf", pdf((NASTY,)), doc_type="GRN")
    engine.wait_for_attachment(paper.id, 60)
    receipt = engine.upload(f"{NASTY[-60:]}.pdf", pdf((NASTY, "INVOICE", f"Invoice no: {NASTY}")))
    engine.wait(receipt.upload_id, 60)
    return engine


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_takes_words_for_markup(open_page, books, name):
    app = open_page(name)
    assert [text for text in marked_up(app) if MARKUP.search(text)] == []


@pytest.mark.parametrize("upload_id", ["u1", "b1"])
def test_review_takes_no_words_for_markup(open_page, books, upload_id):
    app = open_page("review.py", upload=upload_id)
    texts = list(marked_up(app))
    assert any("script" in text for text in texts)
    assert [text for text in texts if MARKUP.search(text)] == []


@pytest.mark.parametrize(("name", "section"), SECTIONS)
def test_no_section_takes_words_for_markup(open_page, books, name, section):
    app = open_page(name, section=section, run="r1")
    assert [text for text in marked_up(app) if MARKUP.search(text)] == []


@pytest.mark.parametrize("shown", ["Matched", "To look at", "Unmatched"])
def test_no_list_of_a_run_takes_words_for_markup(open_page, books, shown):
    app = open_page("reconcile.py", run="r1")
    lists = app.segmented_control(key="reconcile_list")
    for name in [one for one in lists.options if one.startswith(shown[:5])]:
        lists.set_value(name).run()
        assert not app.exception
        assert [text for text in marked_up(app) if MARKUP.search(text)] == []
