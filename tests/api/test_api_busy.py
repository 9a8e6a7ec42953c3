"""Files that are sent while too many uploads wait are refused with the time to come again."""

from concurrent.futures import Executor, Future

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.api import create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings


class Idle(Executor):
    """Workers that take what they are given and do nothing."""

    def submit(self, fn, /, *args):
        return Future()


@pytest.fixture
def full(tmp_path, pdf_of):
    """A program that calls an installation in which as many uploads wait as may."""
    settings = Settings(data_dir=tmp_path, max_waiting_uploads=1)
    engine = Services(settings, executor=Idle(), quick_executor=InlineExecutor())
    engine.upload("first.pdf", pdf_of("INVOICE 1"), kind="invoice")
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: engine
    with TestClient(Starlette(routes=[Mount("/api", api)])) as client:
        yield client
    engine.close()


WAYS_IN = (
    ("/api/invoices/ocr", "files"),
    ("/api/bank/ocr", "files"),
    ("/api/production/invoices/upload", "file"),
    ("/api/production/bank/upload", "file"),
    ("/api/documents", "file"),
)


@pytest.mark.parametrize(("address", "part"), WAYS_IN)
def test_every_way_in_says_when_to_come_again(full, invoice_pdf, address, part):
    files = [(part, ("bill.pdf", invoice_pdf, "application/pdf"))]
    answer = full.post(address, files=files)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "60"
    told = answer.json()
    error = told["files"][0]["error"] if part == "files" else told["error"]
    assert error["code"] == "queue_full"


@pytest.mark.parametrize(("address", "part"), WAYS_IN)
def test_the_description_tells_of_it(full, address, part):
    description = full.get("/api/openapi.json").json()
    answers = description["paths"][address.removeprefix("/api")]["post"]["responses"]
    for status in ("429", "503"):
        assert answers[status]["headers"]["Retry-After"]["schema"] == {"type": "integer"}
