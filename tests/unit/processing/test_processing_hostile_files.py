"""Files that want more time or memory than there is cost a page, read by real worker processes."""

import pytest
from hostile_files import ACTIONS, pdf_with_a_form_bomb, unpacking_bomb_pdf

from engine.processing.executor import WorkerExecutor
from engine.processing.tasks import inspect, read
from engine.services import Services
from engine.settings import Settings


@pytest.fixture
def engine(tmp_path):
    """An installation whose workers give up soon."""
    pages = WorkerExecutor(1, memory_bytes=1_000_000_000, limits={read: 15})
    quick = WorkerExecutor(1, memory_bytes=1_000_000_000, limits={inspect: 15})
    opened = Services(Settings(data_dir=tmp_path), executor=pages, quick_executor=quick)
    yield opened
    opened.close()


def test_a_page_that_would_be_drawn_for_years_costs_itself_alone(engine):
    receipt = engine.upload("bomb.pdf", pdf_with_a_form_bomb())
    assert not receipt.is_kind_sure
    assert engine.wait(receipt.upload_id, 200).status == "partial"
    info = engine.invoice_upload(receipt.upload_id).document.processing_info
    (failed,) = info.failed_pages
    assert (failed.page, failed.code) == (2, "worker_lost")
    assert info.pages_text == 2


def test_a_page_that_unpacks_to_gigabytes_is_unreadable(engine):
    receipt = engine.upload("bomb.pdf", unpacking_bomb_pdf(), kind="invoice")
    progress = engine.wait(receipt.upload_id, 200)
    assert (progress.status, progress.message[:28]) == ("failed", "Page 1 could not be read: th")


@pytest.mark.parametrize("what", ["JavaScript", "program", "carries"])
def test_what_a_pdf_would_do_is_a_warning_of_its_document(engine, what):
    receipt = engine.upload(f"{what}.pdf", ACTIONS[what], kind="invoice")
    assert engine.wait(receipt.upload_id, 100).status == "completed"
    info = engine.invoice_upload(receipt.upload_id).document.processing_info
    assert any(warning.startswith("This PDF ") for warning in info.warnings)
