"""What a reconciliation run refuses before anything is matched."""

import pytest

from engine.errors import InvalidInputError


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_window_out_of_range_is_refused_rather_than_replaced(engine, days):
    with pytest.raises(InvalidInputError, match="date window"):
        engine.reconcile(["i"], ["b"], date_window_days=days)


def test_a_threshold_out_of_range_is_refused(engine):
    with pytest.raises(InvalidInputError, match="threshold"):
        engine.reconcile(["i"], ["b"], threshold=1.5)


@pytest.mark.parametrize("missing", ["invoice", "bank"])
def test_a_run_needs_a_file_of_each_kind(engine, invoice_pdf, missing):
    upload_id = engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id
    chosen = ([], ["b"]) if missing == "invoice" else ([upload_id], [])
    with pytest.raises(InvalidInputError, match="at least one"):
        engine.reconcile(*chosen)
